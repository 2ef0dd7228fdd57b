"""What a maintainer uses; nothing here runs in service."""
