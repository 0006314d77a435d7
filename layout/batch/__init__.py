"""A batch: one file of each edition for every good row of a list, named, journalled, resumable."""

from layout.batch.alone import build_row
from layout.batch.binding import Wanted
from layout.batch.run import Order, Plan, Tally, plan, run
from layout.batch.work import STOP, File, Record

__all__ = ["STOP", "File", "Order", "Plan", "Record", "Tally", "Wanted", "build_row", "plan", "run"]
