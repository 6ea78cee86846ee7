"""Measurements that are run by hand; nothing in the package depends on them."""
