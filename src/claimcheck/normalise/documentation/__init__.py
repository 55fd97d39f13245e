"""The ways into a field that documentation has besides: cells, entries, options, ports, particulars."""
