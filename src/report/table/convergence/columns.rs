//! The columns of `convergence.csv`.

use crate::report::ColumnDoc;

pub(super) const COLUMNS: &[ColumnDoc] = &[
    ColumnDoc { name: "source", about: "id of the source", unit: "" },
    ColumnDoc { name: "grain", about: "grain of the run", unit: "" },
    ColumnDoc { name: "scope", about: "group (two organisations), family (two families) or group_family", unit: "" },
    ColumnDoc { name: "a", about: "the group that the other is held against", unit: "" },
    ColumnDoc {
        name: "b",
        about: "the group whose incidents are near or not: of the two, the one with fewer",
        unit: "",
    },
    ColumnDoc {
        name: "evidence",
        about: "co_activity, order, trend, onset, placebo, bounds, profile, territory, association, direct, hawkes, covariance",
        unit: "",
    },
    ColumnDoc {
        name: "measure",
        about: "co_activity: pair (over all distances and days) or near (one of them); profile: targets, tactics, districts; \
                territory and association: jaccard, half_weight, lift, phi; direct: joint, competing, hostile, side_unknown; ...",
        unit: "",
    },
    ColumnDoc { name: "period", about: "year, or month of an onset; empty: the whole coverage", unit: "" },
    ColumnDoc { name: "km", about: "distance asked for; empty: the same district", unit: "km" },
    ColumnDoc { name: "days", about: "days apart asked for", unit: "days" },
    ColumnDoc {
        name: "window",
        about: "co_activity, order, trend, onset, placebo, bounds: the stretch within which B's offensives are moved; but for \
                trend and onset fewer days where there are hundreds of them",
        unit: "days",
    },
    ColumnDoc { name: "n_a", about: "incidents of A that are used; districts where territory is measured", unit: "" },
    ColumnDoc { name: "n_b", about: "the same of B", unit: "" },
    ColumnDoc {
        name: "observed",
        about: "what was counted: incidents of B near one of A, entries of the ledger, districts",
        unit: "",
    },
    ColumnDoc { name: "expected", about: "the same by chance; of an onset: the excess share before it", unit: "" },
    ColumnDoc {
        name: "estimate",
        about: "co_activity, placebo, bounds, onset: excess share of B's incidents; trend: its change a year; profile: distance, 0 \
                to 1; order: followers less leaders; the index of its name otherwise",
        unit: "",
    },
    ColumnDoc { name: "low", about: "lower end of its interval (95 %)", unit: "" },
    ColumnDoc { name: "high", about: "upper end", unit: "" },
    ColumnDoc {
        name: "detectable",
        about: "the smallest excess share that would have been found in four of five cases",
        unit: "",
    },
    ColumnDoc { name: "p", about: "how often chance does as much", unit: "" },
    ColumnDoc { name: "q", about: "what p is worth among the pairs of its scope", unit: "" },
    ColumnDoc { name: "tests", about: "pairs in that family", unit: "" },
    ColumnDoc { name: "verdict", about: "clear, suggestive or within_chance", unit: "" },
    ColumnDoc { name: "detail", about: "where the two differ most: category, share of A, share of B", unit: "" },
    ColumnDoc { name: "not_computed", about: "why there is no value", unit: "" },
];
