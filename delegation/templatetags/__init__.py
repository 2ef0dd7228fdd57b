"""Words the templates know, without a load line: settings names them as built in."""
