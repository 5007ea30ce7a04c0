"""Ordinary least squares with classical, heteroskedasticity-robust and autocorrelation-robust errors."""

from dataclasses import dataclass
from functools import cached_property

from numpy import column_stack, diag, eye, finfo, floor, isfinite, ndarray, ones, sqrt
from numpy.linalg import qr, solve

from assets.statistics.refusal import RefusedError


@dataclass(frozen=True)
class Fit:
    """A least squares fit of y (n,) on the columns of a design (n, k), the constant among them.

    coefficients (k,), residuals (n,); errors of each kind are (k,) in the order of the columns.
    """

    design: ndarray
    response: ndarray
    coefficients: ndarray
    residuals: ndarray
    # (X'X)^-1, (k, k)
    inverse: ndarray

    @property
    def freedom(self) -> int:
        """Residual degrees of freedom, n - k."""
        return len(self.response) - len(self.coefficients)

    @cached_property
    def classical_errors(self) -> ndarray:
        """Standard errors under equal variance: s^2 (X'X)^-1 with s^2 = e'e / (n - k)."""
        return sqrt(diag(self.inverse) * (self.residuals @ self.residuals) / self.freedom)

    @cached_property
    def hc0_errors(self) -> ndarray:
        """White's robust standard errors (White 1980, Econometrica 48(4)), without small-sample factor."""
        return self._sandwich(self.residuals**2)

    @cached_property
    def hc1_errors(self) -> ndarray:
        """HC0 with the factor n / (n - k) (Hinkley 1977; MacKinnon & White 1985)."""
        return self.hc0_errors * sqrt(len(self.response) / self.freedom)

    @cached_property
    def hc3_errors(self) -> ndarray:
        """Residuals over 1 - leverage, for small n (MacKinnon & White 1985, Journal of Econometrics 29).

        Refused where a region has leverage 1, so that its residual is 0 whatever it is.
        """
        leverage = ((self.design @ self.inverse) * self.design).sum(axis=1)
        if (1 - leverage < 1e-10).any():
            raise RefusedError("one region alone decides a coefficient (leverage 1); use HC1")
        return self._sandwich((self.residuals / (1 - leverage)) ** 2)

    def newey_west_errors(self, lags: int) -> ndarray:
        """Errors robust to autocorrelation: Bartlett weights 1 - l/(lags+1), no small-sample factor.

        Newey & West 1987, Econometrica 55(3). Rows must be in time order, equally spaced.
        """
        scores = self.design * self.residuals[:, None]
        middle = scores.T @ scores
        for lag in range(1, min(lags, len(scores) - 1) + 1):
            lagged = scores[lag:].T @ scores[:-lag]
            middle += (1 - lag / (lags + 1)) * (lagged + lagged.T)
        return sqrt(diag(self.inverse @ middle @ self.inverse))

    @property
    def r_squared(self) -> float:
        """1 - e'e / sum (y - mean y)^2; refused where y does not vary."""
        around_mean = self.response - self.response.mean()
        total = float(around_mean @ around_mean)
        if total <= finfo(float).eps * float(self.response @ self.response):
            raise RefusedError("the dependent variable is the same everywhere: there is nothing to explain")
        return float(1 - self.residuals @ self.residuals / total)

    @property
    def adjusted_r_squared(self) -> float:
        """1 - (1 - R2)(n - 1)/(n - k) (Theil 1961)."""
        return 1 - (1 - self.r_squared) * (len(self.response) - 1) / self.freedom

    @property
    def variance_inflation(self) -> ndarray:
        """Variance inflation factor of each column but the constant, (k-1,): 1/(1 - R2 on the others).

        1 where a column is unrelated to the others, above 10 customarily troublesome.
        """
        around_mean = self.design - self.design.mean(axis=0)
        return (diag(self.inverse) * (around_mean**2).sum(axis=0))[1:]

    def p_value(self, column: int, errors: ndarray) -> float:
        """Two-sided p of coefficient = 0, t distribution with n - k degrees of freedom."""
        from scipy.special import stdtr

        if errors[column] == 0:
            raise RefusedError("the fit is exact, its standard error 0: no test")
        return float(2 * stdtr(self.freedom, -abs(self.coefficients[column] / errors[column])))

    def _sandwich(self, variance: ndarray) -> ndarray:
        bread = self.design @ self.inverse
        return sqrt((bread**2 * variance[:, None]).sum(axis=0))


def least_squares(response: ndarray, *columns: ndarray) -> Fit:
    """Fit response (n,) on a constant and the columns (n,) each; the constant is coefficient 0.

    Raises RefusedError for missing values, no degrees of freedom left, or columns that add up to another.
    """
    design = column_stack([ones(len(response)), *columns])
    n, k = design.shape
    if not (isfinite(design).all() and isfinite(response).all()):
        raise RefusedError("a value is missing or infinite; leave its region out and say so")
    if n <= k:
        raise RefusedError(f"{n} observations for {k} coefficients leave no degree of freedom; use fewer")
    # columns of like size, so that a year (about 2000) beside a constant costs no digits
    size = sqrt((design**2).sum(axis=0))
    if (size == 0).any():
        raise RefusedError("a column is 0 throughout; leave it out")
    basis, triangle = qr(design / size)
    if (abs(diag(triangle)) < 1e-10).any():
        raise RefusedError("one explanatory column is a sum of the others; leave it out")
    upper = solve(triangle, eye(k)) / size[:, None]
    coefficients = upper @ (basis.T @ response)
    return Fit(design, response, coefficients, response - design @ coefficients, upper @ upper.T)


def newey_west_lags(n: int) -> int:
    """Customary number of lags, floor(4 (T/100)^(2/9)) (Newey & West 1994)."""
    return int(floor(4 * (n / 100) ** (2 / 9)))
