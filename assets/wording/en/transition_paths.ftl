title = Paths draw together inside { $closing } of { $clubs } clubs; between the means of the first and the last club the distance { $between }, { $first }–{ $last }
subtitle = Relative transition path h of gross regional product per head: smoothed log over the mean of the 31 provinces, { $first }–{ $last }. Thin: provinces, dark if named; thick: mean of the club; rule: mean of all
alt = Small multiples, one for each convergence club: relative transition paths of its members, { $first } to { $last }.
description = The range between the highest and the lowest member shrank in { $closing } of { $clubs } clubs: { $ranges }. The distance between the means of the first and the last club { $between }.
note = After Phillips and Sul (2007, 2009), logs smoothed by Hodrick-Prescott, lambda 400. As all logs grow, h nears 1 even at an unchanged ratio: read directions and relative speed. h depends on the unit, clubs vary with basis, years and program. t is the club's own test: −1.65 or less rejects convergence.
widens = widens from { $before } to { $after }
narrows = narrows from { $before } to { $after }
stays = stays at { $after }
