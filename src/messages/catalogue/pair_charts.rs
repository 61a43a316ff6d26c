//! Messages of the charts of pairs of groups.

/// Hands the messages of this file, after those before them, to the next list.
macro_rules! pair_charts {
    ($next:ident $($after:ident)*; $($before:tt)*) => {
        $next! { $($after)*; $($before)*
            // Titles: two names, and what is found of them.
            ChartTitleOfPair { names: String, told: String }
            ChartNearSince { month: String }
            ChartNearSinceMaybe { month: String }
            ChartNear {}
            ChartNearMaybe {}
            ChartNearNever {}
            ChartNearChance {}
            ChartNearTooFew { have: String, need: String }
            ChartNearNoDirection { have: String, need: String }
            ChartNearFewOffensives { have: String, need: String }
            ChartLedgerHostile { n: Quantity }
            ChartLedgerJoint { n: Quantity }
            ChartLedgerCompeting { n: Quantity }
            ChartLedgerThen { ledger: String, near: String }
            ChartTitlePairs { n: Quantity, tests: String, names: String }
            ChartTitleNoPair { tests: String }
            ChartTitleNetwork { n: Quantity, most: String }
            // What counts, and what near is.
            ChartWithin { km: String, n: Quantity }
            ChartSameDistrict { n: Quantity }
            ChartUnitInitiated { near: String }
            ChartUnitInvolved { near: String }
            ChartUnitOfPairDirect {}
            ChartUnitExcessInitiated { near: String }
            ChartUnitExcessInvolved { near: String }
            ChartUnitNetwork {}
            // Panels, lines and keys.
            ChartPanelLedger {}
            ChartPanelMonthly {}
            ChartLane { tie: String, n: String }
            ChartPanelNear { a: String }
            ChartPanelNearUnit { b: String }
            ChartByChance {}
            ChartObserved {}
            ChartOnset { month: String }
            ChartPanelTargets {}
            ChartPanelTactics {}
            ChartPanelPlaces {}
            ChartPanelDistance {}
            ChartPanelTerritory {}
            ChartPanelOverlap {}
            ChartByYear {}
            ChartYearly { year: String, value: String }
            ChartExcess {}
            ChartHolds { n: Quantity }
            ChartNetworkUnit {}
            ChartTie { n: String, tie: String }
            // Descriptions for those who cannot see a chart.
            ChartAltOfPair { told: String }
            ChartAltMatrix { names: String, told: String }
            ChartAltNetwork { names: String, told: String }
            ChartToldRolling { month: String, seen: String, low: String, high: String }
            // Small print.
            ChartNoteNotTogether {}
            ChartToldNear {
                near: String,
                taken: String,
                a: String,
                b: String,
                expected: String,
                excess: String,
                interval: String,
            }
            ChartPointsMore { points: String }
            ChartPointsFewer { points: String }
            ChartPointsBetween { low: String, high: String }
            ChartNoteTested { evidence: String, n: Quantity, detectable: String }
            ChartDetectable { points: String }
            ChartToldOnset { month: String, before: String, after: String, evidence: String, n: Quantity }
            ChartNoteInvolved {}
            ChartNoteBand { b: String, days: String }
            ChartNoteNoDirection { name: String, initiated: String, involved: String, need: String }
            ChartNoteTooFew { name: String, have: String, need: String }
            ChartNoteFewOffensives { name: String, have: String, need: String }
            ChartNoteThinShare { b: String, minimum: String }
            ChartNotePartYears {}
            ChartNoteNoLedger {}
            ChartNoteSideUnknown { n: Quantity }
            ChartNoteDeclared { told: String }
            ChartDeclaredWar { day: String, label: String }
            ChartDeclaredTruce { day: String, label: String }
            ChartDeclaredAlliance { day: String, label: String }
            ChartMoreDeclared { n: Quantity }
            ChartNoteNoProfile {}
            ChartNoteNoTerritory {}
            ChartNoteMatrix {}
            ChartNoteTopPairs { shown: String, of: String }
            ChartNoteSince { told: String }
            ChartPairSince { names: String, month: String }
            ChartNoteNetwork {}
            ChartNoteUnknownPairs { n: Quantity }
            // Why none is drawn.
            NoneNoDirect {}
            NoneNoPair {}
            NoneTooFewOfPair { name: String, have: String, need: String }
            LackPairedGroups {}
        }
    };
}

pub(super) use pair_charts;
