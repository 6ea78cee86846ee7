"""Batches of questions or texts, done one after the other while the caller does something else.

store   what was asked and what came of it, in one SQLite file in the folder of the index
work    the thread that does the jobs, and goes on where it was after a restart
routes  GET and POST /v1/taken, and what becomes of a job
"""

from assistant.service.jobs.routes import router
from assistant.service.jobs.store import JobStore
from assistant.service.jobs.work import Worker

__all__ = ["JobStore", "Worker", "router"]
