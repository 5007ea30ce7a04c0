joint = {"; "}

level = { $direction ->
    [alone] { $indicator }, { $subject }: { $last } of the level of the nation in { $last_year }, the only year on this basis.
    [up] { $indicator }, { $subject }: { $first } of the level of the nation in { $first_year } and { $last } in { $last_year }, on one basis; the ratio rose.
    [down] { $indicator }, { $subject }: { $first } of the level of the nation in { $first_year } and { $last } in { $last_year }, on one basis; the ratio fell.
   *[same] { $indicator }, { $subject }: { $first } of the level of the nation in { $first_year } and { $last } in { $last_year }, on one basis; the ratio is unchanged as printed.
}
share = { $direction ->
    [alone] { $indicator }, { $subject }: { $last } of the sum of the provincial units in { $last_year }, the only year on this basis.
    [up] { $indicator }, { $subject }: { $first } of the sum of the provincial units in { $first_year } and { $last } in { $last_year }, on one basis; the share rose.
    [down] { $indicator }, { $subject }: { $first } of the sum of the provincial units in { $first_year } and { $last } in { $last_year }, on one basis; the share fell.
   *[same] { $indicator }, { $subject }: { $first } of the sum of the provincial units in { $first_year } and { $last } in { $last_year }, on one basis; the share is unchanged as printed.
}
members = { $verdict ->
    [converging] { $indicator }, members of { $subject }, { $first_year }–{ $last_year }: converging, weighted by population ({ $members } members, p { $p }); their dispersion fell from { $first } to { $last }, 95% interval of the change { $low } to { $high }.
    [diverging] { $indicator }, members of { $subject }, { $first_year }–{ $last_year }: diverging, weighted by population ({ $members } members, p { $p }); their dispersion rose from { $first } to { $last }, 95% interval of the change { $low } to { $high }.
    [inconclusive] { $indicator }, members of { $subject }, { $first_year }–{ $last_year }: inconclusive, weighted by population ({ $members } members, p { $p }); dispersion { $first } and { $last }, 95% interval of the change { $low } to { $high }.
    [too-few-units] { $indicator }, members of { $subject }, { $first_year }–{ $last_year }: too few units for a test ({ $members } members).
    [not-testable-break] { $indicator }, members of { $subject }, { $first_year }–{ $last_year }: not testable, as the basis of the figures changes in between ({ $members } members).
   *[not-testable-values] { $indicator }, members of { $subject }, { $first_year }–{ $last_year }: not testable with these values ({ $members } members).
}
provinces = { $indicator }, convergence of the provincial units: { $verdicts }.
provinces-item = { $weighting ->
    [weighted] weighted by population
   *[unweighted] unweighted
}{", "}{ $verdict ->
    [converging] { $first_year }–{ $last_year }, { $members } units: converging (p { $p }, dispersion fell from { $first } to { $last }, 95% interval of the change { $low } to { $high })
    [diverging] { $first_year }–{ $last_year }, { $members } units: diverging (p { $p }, dispersion rose from { $first } to { $last }, 95% interval of the change { $low } to { $high })
    [inconclusive] { $first_year }–{ $last_year }, { $members } units: inconclusive (p { $p }, dispersion { $first } and { $last }, 95% interval of the change { $low } to { $high })
    [too-few-units] { $first_year }–{ $last_year }, { $members } units: too few units for a test
    [not-testable-break] { $first_year }–{ $last_year }, { $members } units: not testable, as the basis of the figures changes in between
   *[not-testable-values] { $first_year }–{ $last_year }, { $members } units: not testable with these values
}
parity = { $verdict ->
    [closing-at-the-current-trend] { $indicator }, { $subject }: { $side ->
        [above] above
       *[below] below
    } the level of the nation; at the trend of the last { $changes } yearly changes it would be level { $years } years after { $issued }{ $range ->
        [both] {" "}(80% of resampled trends: { $low } to { $high } years)
        [open] {" "}(80% of resampled trends: { $low } years to never)
       *[none] {""}
    }. An extrapolation, no forecast.
   *[never-at-the-current-trend] { $indicator }, { $subject }: { $side ->
        [above] above
       *[below] below
    } the level of the nation in { $issued } and never level at the trend of the last { $changes } yearly changes (never in { $never } of resampled trends). An extrapolation, no forecast.
}
standing = { $extent ->
    [best] { $subject }, furthest to the good of the nation: { $best }.
    [worst] { $subject }, furthest to the bad of the nation: { $worst }.
   *[both] { $subject }, furthest to the good of the nation: { $best }; furthest to the bad: { $worst }.
}
standing-item = { $indicator } { $ratio } of the nation ({ $year })
claims = { $scope ->
    [release] All official figures checked here:
   *[subject] Official figures on it, checked here:
}{" "}{ $checked }{ NUMBER($reproduced) ->
    [0] {""}
    [one] {"; "}{ $reproduced } comes out as printed
   *[other] {"; "}{ $reproduced } come out as printed
}{ NUMBER($within_tolerance) ->
    [0] {""}
   *[other] {"; "}{ $within_tolerance } within the tolerance
}{ NUMBER($not_reproduced) ->
    [0] {""}
    [one] {"; "}{ $not_reproduced } comes out differently
   *[other] {"; "}{ $not_reproduced } come out differently
}{ NUMBER($not_computable) ->
    [0] {""}
   *[other] {"; "}{ $not_computable } cannot be computed from the figures held
}.
region-level = { $direction ->
    [alone] { $indicator }, { $subject }: { $last } of the level of the nation in { $last_year }{ $ranked ->
        [yes] {" "}(rank { $last_rank })
       *[no] {""}
    }, the only year on this basis.
    [up] { $indicator }, { $subject }: { $first } of the level of the nation in { $first_year }{ $ranked ->
        [yes] {" "}(rank { $first_rank })
       *[no] {""}
    } and { $last } in { $last_year }{ $ranked ->
        [yes] {" "}(rank { $last_rank })
       *[no] {""}
    }, on one basis; the ratio rose.
    [down] { $indicator }, { $subject }: { $first } of the level of the nation in { $first_year }{ $ranked ->
        [yes] {" "}(rank { $first_rank })
       *[no] {""}
    } and { $last } in { $last_year }{ $ranked ->
        [yes] {" "}(rank { $last_rank })
       *[no] {""}
    }, on one basis; the ratio fell.
   *[same] { $indicator }, { $subject }: { $first } of the level of the nation in { $first_year }{ $ranked ->
        [yes] {" "}(rank { $first_rank })
       *[no] {""}
    } and { $last } in { $last_year }{ $ranked ->
        [yes] {" "}(rank { $last_rank })
       *[no] {""}
    }, on one basis; the ratio is unchanged as printed.
}
revision = { $indicator }, { $subject }, largest revision: the figure of { $year } was { $before } ({ $unit }) and became { $after } ({ $change }), { $basis ->
    [new] with a change of basis
   *[same] on the same basis
}.
extremes = { $measured ->
    [percent] { $indicator }, { $year }: highest { $highest_region } with { $highest }%, lowest { $lowest_region } with { $lowest }%.
   *[other] { $indicator } ({ $unit }), { $year }: highest { $highest_region } with { $highest }, lowest { $lowest_region } with { $lowest }.
}
between = { $direction ->
    [alone] { $indicator }: { $last } of the inequality between the provincial units lay between the four blocs in { $last_year }, the only year on this basis (Theil T, { $weighting ->
        [weighted] weighted by population
       *[unweighted] unweighted
    }).
    [up] { $indicator }: { $first } of the inequality between the provincial units lay between the four blocs in { $first_year } and { $last } in { $last_year }, on one basis; this share rose (Theil T, { $weighting ->
        [weighted] weighted by population
       *[unweighted] unweighted
    }).
    [down] { $indicator }: { $first } of the inequality between the provincial units lay between the four blocs in { $first_year } and { $last } in { $last_year }, on one basis; this share fell (Theil T, { $weighting ->
        [weighted] weighted by population
       *[unweighted] unweighted
    }).
   *[same] { $indicator }: { $first } of the inequality between the provincial units lay between the four blocs in { $first_year } and { $last } in { $last_year }, on one basis; this share is unchanged as printed (Theil T, { $weighting ->
        [weighted] weighted by population
       *[unweighted] unweighted
    }).
}
coverage = { $years ->
    [one] { $indicator }: figures of { $last_year } only, for { $present } of { $expected } provincial units.
   *[several] { $indicator }: figures from { $first_year } to { $last_year }, in { $last_year } for { $present } of { $expected } provincial units.
}
verdicts = Convergence of the provincial units, weighted by population, over all years or the longest run on one basis, in { $indicators } indicators{ NUMBER($converging) ->
    [0] {""}
   *[other] {"; "}converging in { $converging }
}{ NUMBER($diverging) ->
    [0] {""}
   *[other] {"; "}diverging in { $diverging }
}{ NUMBER($inconclusive) ->
    [0] {""}
   *[other] {"; "}inconclusive in { $inconclusive }
}{ NUMBER($few_units) ->
    [0] {""}
   *[other] {"; "}too few units in { $few_units }
}{ NUMBER($breaks) ->
    [0] {""}
   *[other] {"; "}not testable for a change of basis in { $breaks }
}{ NUMBER($values) ->
    [0] {""}
   *[other] {"; "}not testable with their values in { $values }
}{ NUMBER($unweighted) ->
    [0] {""}
   *[other] {"; "}without weights, and so not counted here, { $unweighted }
}.
