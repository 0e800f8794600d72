"""The demo: the real bot against the local platform, with phones to play on and experts who answer by themselves."""

from bot.demo.running import run_demo

__all__ = ["run_demo"]
