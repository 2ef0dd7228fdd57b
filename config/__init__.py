"""Settings, URLs and the doors of the web server. No app imports it."""
