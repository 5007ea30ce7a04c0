"""Relative transition paths: where each region stands to the mean of all, on the scale of logs."""

from numpy import isfinite, ndarray

from assets.statistics.refusal import RefusedError


def relative_transition(log_values: ndarray) -> ndarray:
    """h_it = ln y_it / mean over regions of ln y_t (Phillips & Sul 2007, Econometrica 75; 2009, JAE 24).

    log_values (n, T): natural logs, usually smoothed (hodrick_prescott_trend, lambda stated). Returns
    (n, T), without unit; the mean over regions is 1 in every period. Not scale free: another unit of y gives
    another h, and where all logs grow by as much h nears 1 at an unchanged ratio of y.

    Refused: missing values, a mean log of zero or less.
    """
    if not isfinite(log_values).all():
        raise RefusedError("a path needs every region in every period; drop the regions with gaps and say so")
    means = log_values.mean(axis=0)
    if (means <= 0).any():
        raise RefusedError("the mean of the logs is not positive in every period; use a smaller unit of y")
    return log_values / means
