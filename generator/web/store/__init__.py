"""The folder as the store: safe names, what lies in it, and versions of its files."""

from generator.web.store.places import NotThere, Store, version

__all__ = ["NotThere", "Store", "version"]
