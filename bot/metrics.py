"""Counts what this process does, for Prometheus: numbers and kinds, never a person, a chat or a word."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

REGISTRY = CollectorRegistry()

turns = Counter("imece_turns", "Updates dealt with, by how that ended.", ("outcome",), registry=REGISTRY)
turn_seconds = Histogram(
    "imece_turn_seconds",
    "Time from an update at hand to its committed reply.",
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
    registry=REGISTRY,
)
deliveries = Counter("imece_deliveries", "Attempts to send a message, by outcome.", ("outcome",), registry=REGISTRY)
last_update = Gauge("imece_last_update_timestamp_seconds", "When an update was last dealt with.", registry=REGISTRY)
place_held = Gauge("imece_place_held", "Whether this process is the one that does this.", ("what",), registry=REGISTRY)
database_up = Gauge("imece_database_up", "Whether the database answers.", registry=REGISTRY)
queue_messages = Gauge("imece_queue_messages", "Messages due and not sent yet.", registry=REGISTRY)
queue_age = Gauge("imece_queue_age_seconds", "How long the first of them has been due.", registry=REGISTRY)
timers_overdue = Gauge("imece_timers_overdue", "Timers that should have fired a while ago.", registry=REGISTRY)
unreachable = Gauge("imece_unreachable_people", "People who blocked the bot or left.", registry=REGISTRY)
FROM_DATABASE = (queue_messages, queue_age, timers_overdue, unreachable)
"""Unknown (NaN) while the database is away."""


def kind_of(outcome: object) -> str:
    """The name of an outcome's type as metrics spell it: NothingToEdit is nothing_to_edit."""
    name = type(outcome).__name__
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")
