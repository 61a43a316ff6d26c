//! Messages of pairs of groups: whether two are converging, and what is and is not evidence of it.

/// Hands the messages of this file, after those before them, to the next list.
macro_rules! pairs {
    ($next:ident $($after:ident)*; $($before:tt)*) => {
        $next! { $($after)*; $($before)*
            // What lies near, and what chance brings.
            PairAttacks { name: String }
            PairInvolved { name: String }
            PairWithin { km: String, days: String }
            PairShortWithin { km: String, days: String }
            PairShortDistrict { days: String }
            PairWithinOf { km: String, days: String }
            PairSameDistrict { days: String }
            PairSameDistrictOf { days: String }
            PairNear { n: Quantity, of: String, b: String, near: String, a: String, expected: String }
            PairNearWhole { n: Quantity, of: String, expected: String }
            PairMore { points: String }
            PairFewer { points: String }
            PairAsMany {}
            PairInterval { level: String, low: String, high: String }
            PairEvidence { interval: String, p: String }
            PairAmong { n: Quantity, evidence: String }
            PairClear { near: String, excess: String, evidence: String }
            PairSuggestive { near: String, excess: String, evidence: String, reserves: String }
            PairChance { near: String, excess: String, evidence: String }
            PairCouldNot { near: String }
            PairSuggestiveElsewhere { n: Quantity, near: String, excess: String, interval: String, evidence: String, other: String, of: String, expected: String, reserves: String }
            PairDetectable { points: String }
            PairUndetectable {}
            PairSmallest { points: String }
            ReserveManyPairs {}
            ReserveFewNear { n: Quantity, need: String }
            ReserveInterval {}
            ReserveNotChosen {}
            // Whether it is rising.
            PairRose { month: String, a: String, b: String, near: String, after: String, before: String, evidence: String }
            PairMayHaveRisen { month: String, a: String, b: String, near: String, after: String, before: String, evidence: String, reserves: String }
            PairBeforeNone {}
            PairBeforeMore { points: String }
            PairBeforeFewer { points: String }
            PairNotRising { slope: String, trend: String, evidence: String }
            PairRiseUnknown { n: Quantity, need: String }
            // What names both.
            PairHostile { n: Quantity, a: String, b: String }
            PairDirect { clauses: String }
            PairJoint { n: Quantity }
            PairJointSince { n: Quantity, since: String, month: String }
            PairJointAllSince { n: Quantity, month: String }
            PairCompeting { n: Quantity }
            PairNoneHostile {}
            PairSideUnknown { n: Quantity }
            PairNoneNamed {}
            PairDates { first: String, last: String }
            PairDate { day: String }
            PairNeverJoint {}
            PairDeclared { what: String, label: String, dates: String }
            PairNotTogether {}
            // How many pairs were asked.
            PairsNone {}
            PairsOfGroups {} PairsOfFamilies {} PairsOfBoth {}
            PairsMeasured { of: String, pairs: String, measured: String, tests: String, nominal: String, expected: String, clear: String }
            PairsNoTest { of: String, pairs: String, measured: String }
            PairsRises { tests: String, nominal: String, clear: String }
            PairsSaid { n: Quantity }
            PairsNotMeasured { reasons: String }
            PairsTooFew { n: Quantity }
            PairsNoDirection { n: Quantity }
            PairsTooFewOffensives { n: Quantity }
            PairsGroupsLeftOut { n: Quantity, first: String }
            PairsDirectLeftOut { n: Quantity }
            // Caveats.
            CaveatSharedSurge { days: String }
            CaveatNotChosen {}
            CaveatSameDistrict {}
            CaveatNobodyLeftOut { source: String }
            // The section.
            SectionPairs {}
            NonePairs { need: String }
            NoneConverging {}
            MorePairs { n: Quantity }
            TableEvidence {}
            HeadEvidence {} HeadIs {} HeadIsNot {}
            EvidenceNamed {} EvidenceNamedIs {} EvidenceNamedNot {}
            EvidenceNear {} EvidenceNearIs {} EvidenceNearNot {}
            EvidenceAlike {} EvidenceAlikeIs {} EvidenceAlikeNot {}
            EvidenceTerritory {} EvidenceTerritoryIs {} EvidenceTerritoryNot {}
            NoteEvidence {}
            TablePairs {}
            HeadPairB {} HeadPairA {} HeadPairNear {} HeadPairChance {} HeadPairExcess {} HeadPairRise {}
            CellNear { n: String, of: String, near: String }
            CellRise { month: String, points: String, word: String }
            CellNotMeasured { why: String }
            NotePairs {}
            // Of one pair.
            PairFamilies {}
            PairUsed { a: String, b: String, used_a: String, used_b: String, all_a: String, all_b: String, taken: String }
            PairNotMeasured { why: String }
            PairNoDirection { name: String, initiated: String, involved: String, need: String }
            PairTooFew { name: String, have: String, need: String }
            PairTooFewOffensives { name: String, have: String, need: String }
            PairShortNoDirection { have: String, need: String }
            PairShortTooFew { have: String, need: String }
            PairShortOffensives { have: String, need: String }
            PairPlacebo { a: String, mean: String, low: String, high: String }
            PairFollows { a: String, b: String, count: String, expected: String, evidence: String }
            PairLeads { a: String, b: String, count: String, expected: String, evidence: String }
            PairNoOrder { evidence: String }
            PairOrderUnknown {}
            PairBounds { n: Quantity, a: String, b: String, as_a: String, as_b: String }
            PairBoundsNotMeasured {}
            PairTerritory { first: String, both: String, any: String, last: String, both_last: String, any_last: String }
            PairTerritoryOnce { first: String, both: String, any: String }
            PairNoTerritory {}
            PairHawkes { a: String, b: String, b_by_a: String, a_by_b: String, evidence: String }
            PairCovariance { across: String, evidence: String }
            PairNotRobust { why: String }
            TableLedger { a: String, b: String }
            NoteLedger {}
            HeadRelation {}
            RelationJoint {} RelationCompeting {} RelationHostile {} RelationUnknown {}
            DeclaredWar {} DeclaredTruce {} DeclaredAlliance {}
            TableAlike { a: String, b: String }
            HeadAlikeBy {} HeadAlikeAll {} HeadAlikeThen {} HeadAlikeNow {} HeadAlikeReading {} HeadAlikeMoved { a: String, b: String }
            AlikeTargets {} AlikeTactics {} AlikeDistricts {}
            AlikeMore {} AlikeLess {} AlikeSame {} AlikeNoYears {}
            CellOfYear { year: String, cell: String }
            CellMoved { category: String, a: String, b: String }
            NoteAlike {}
            // Methods.
            MethodPairs {}
            SurePairs { stretch: String }
            PairStretchFrom { days: String, n: String }
            PairStretches { days: String, from: String }
            SurePairsTold {}
            SurePairsAlike {}
            SurePairsNot {}
        }
    };
}

pub(super) use pairs;
