//! The numbers of claims about pairs of groups.

use super::super::{Converging, DirectCounts, PairsAsked};
use super::{Bound, Numbers};
use crate::convergence::Space;
use crate::stats::Interval;

impl Numbers {
    /// Excess shares are of B's incidents, 0 to 1.
    pub(super) fn converging(&mut self, found: &Converging) {
        let answer = &found.reference;
        self.exact("near", f64::from(answer.near));
        self.exact("expected", answer.expected);
        self.exact("incidents", f64::from(answer.taken));
        match found.interval {
            Some((low, high)) => self.interval("excess", &Interval::new(found.excess(), low, high)),
            None => self.exact("excess", found.excess()),
        }
        self.push("detectable", found.detectable, found.detectable.map_or(Bound::Unknown, |_| Bound::Exact));
        match answer.cell.space {
            Space::Within(km) => self.exact("km", km),
            Space::SameDistrict => self.exact("same_district", 1.0),
        }
        self.exact("days", f64::from(answer.cell.days));
        self.significance("", &found.significance);
        if let Some(onset) = &found.onset {
            let start = onset.month.start();
            self.exact("onset_year", f64::from(start.year()));
            self.exact("onset_month", f64::from(start.month()));
            self.exact("onset_before", onset.before);
            self.exact("onset_after", onset.after);
            self.significance("onset_", &onset.significance);
            self.exact("slope_a_year", onset.slope);
            self.significance("slope_", &onset.trend);
            self.counts("onset_", onset.direct);
        }
        self.counts("", found.direct);
    }

    fn counts(&mut self, name: &str, counts: DirectCounts) {
        self.exact(format!("{name}joint"), counts.joint as f64);
        self.exact(format!("{name}competing"), counts.competing as f64);
        self.exact(format!("{name}hostile"), counts.hostile as f64);
        self.exact(format!("{name}side_unknown"), counts.side_unknown as f64);
    }

    pub(super) fn pairs(&mut self, asked: &PairsAsked) {
        let of = asked.of.id();
        let numbers = [
            ("pairs", asked.pairs),
            ("measured", asked.measured),
            ("tests", asked.tests),
            ("nominal", asked.nominal),
            ("clear", asked.clear),
            ("said", asked.said),
            ("rises", asked.rises),
            ("rises_nominal", asked.rises_nominal),
            ("rises_clear", asked.rises_clear),
            ("no_direction", asked.no_direction),
            ("too_few", asked.too_few),
            ("too_few_offensives", asked.too_few_offensives),
            ("groups_left_out", asked.groups_left_out),
            ("pairs_left_out", asked.pairs_left_out),
        ];
        numbers.into_iter().for_each(|(name, n)| self.exact(format!("{of}_{name}"), n as f64));
    }
}
