"""A batch: one file of each edition for every good row of a list, named, journalled, resumable."""

from layout.batch.binding import Wanted
from layout.batch.run import Order, Plan, Tally, plan, run
from layout.batch.work import STOP, File, Record

__all__ = ["STOP", "File", "Order", "Plan", "Record", "Tally", "Wanted", "plan", "run"]
