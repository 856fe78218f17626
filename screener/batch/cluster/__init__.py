"""The engine for more than one machine: an existing Dask cluster reads the documents, this machine does all else.

What travels is a document's bytes one way and its row the other. On each worker a process of its own (`host`) reads in a child process
with the same limits as on this machine, so that a hostile file costs its own row and no worker.
"""

from screener.batch.cluster.sending import dask_engine

__all__ = ["dask_engine"]
