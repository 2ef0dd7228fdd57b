"""The ground: settings, headers, open pages, vendored styles, the form renderer, charts, the commands."""
