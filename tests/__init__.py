"""A folder an app, and the tests that walk the whole house."""
