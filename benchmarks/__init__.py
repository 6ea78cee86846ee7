"""Measurements that are run by hand; nothing in the package or the tests depends on them."""
