"""What each family of measures says about a panel: `measure(panel)` yields Measured and Refused rows.

`EXPLAINED` of a family names, for each metric, the function whose docstring is the metric's method card.
"""
