"""Our own static files; viewflow's pages are not used, so its 50 MB of them are not collected."""

from django.contrib.staticfiles.apps import StaticFilesConfig


class OwnStaticFiles(StaticFilesConfig):
    """Leaves out what no page of ours asks for."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "viewflow", "guardian", "simple_history"]
