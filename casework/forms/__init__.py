"""The forms of casework: what a person types, made into the details the services take."""
