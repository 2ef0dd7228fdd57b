"""The words of a round: what its states are called, and its kind in the register of acts."""

KIND = "return_round"
STATES = {
    "collecting": "Collecting",
    "compiled": "Compiled, to be reviewed",
    "reviewed": "Reviewed, to be signed",
    "signed": "Signed, to be submitted",
    "submitted": "Submitted",
}
COLOURS = {"collecting": "grey", "compiled": "yellow", "reviewed": "yellow", "signed": "blue", "submitted": "green"}
