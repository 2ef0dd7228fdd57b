"""The one door for files from outside, for every return: nothing behind it meets a file that was not looked at."""
