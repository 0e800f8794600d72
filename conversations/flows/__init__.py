"""The flows, one file each: a new file here is a new flow."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from conversations.flow import Flow


@cache
def flows() -> dict[str, Flow]:
    """Every flow of this folder, by its name."""
    found = [import_module(f"{__name__}.{module.name}").FLOW for module in iter_modules(__path__)]
    return {flow.name: flow for flow in found}
