//! Messages of what is counted: numbers, comparisons, records, ledgers, regions, groups.

/// Hands the messages of this file, after those before them, to the next list.
macro_rules! counts {
    ($next:ident $($after:ident)*; $($before:tt)*) => {
        $next! { $($after)*; $($before)*
            // Numbers with their nouns.
            AtLeast { number: String }
            SomeNumber {}
            Incidents { n: Quantity }
            Attacks { n: Quantity }
            Operations { n: Quantity }
            StateViolence { n: Quantity }
            Clashes { n: Quantity }
            Interstate { n: Quantity }
            Undetermined { n: Quantity }
            OtherIncidents { n: Quantity }
            SuicideAttacks { n: Quantity }
            People { n: Quantity }
            CountKilled { n: Quantity }
            CountInjured { n: Quantity }
            PeopleKilled { n: Quantity }
            PeopleInjured { n: Quantity }
            PeopleArrested { n: Quantity }
            PeopleAbducted { n: Quantity }
            Civilians { n: Quantity }
            Security { n: Quantity }
            Militants { n: Quantity }
            OtherVictims { n: Quantity }
            AllCivilians { n: Quantity }
            AllSecurity { n: Quantity }
            AllMilitants { n: Quantity }
            AllOthers { n: Quantity }
            AllUnknown { n: Quantity }
            UnknownVictims { n: Quantity }
            GrainDay {}
            GrainWeek {}
            GrainMonth {}
            GrainQuarter {}
            GrainHalfYear {}
            GrainYear {}
            TwelveDays {}
            TwelveWeeks {}
            TwelveMonths {}
            TwelveQuarters {}
            TwelveHalfYears {}
            TwelveYears {}
            // Kinds as nouns.
            KindAttack { n: Quantity }
            KindOperation { n: Quantity }
            KindStateViolence { n: Quantity }
            KindClash { n: Quantity }
            KindInterstate { n: Quantity }
            KindUndetermined { n: Quantity }
            KindOther { n: Quantity }
            KindAll {}
            // Measures as the subject of "rose".
            MeasureIncidents {}
            MeasureLethal {}
            MeasureKilled {}
            MeasureInjured {}
            MeasureCasualties {}
            MeasureKilledPerIncident {}
            MeasureArrested {}
            MeasureAbducted {}
            MeasureSuicide {}
            MeasureUnnamed {}
            MeasureSuspected {}
            MeasureKnown { measure: String }
            // Times.
            InPeriod { period: String }
            OnDay { period: String }
            Days { from: String, to: String }
            // The latest period.
            Total { source: String, incidents: String, place: String, when: String, outcome: String }
            TotalNowhere { source: String, incidents: String, when: String, outcome: String }
            Lethal { n: Quantity }
            Outcome { outcomes: String }
            KilledNotKnown {}
            KilledRange { low: String, high: String }
            // Comparisons.
            Compared { base: String, movements: String }
            ComparedToDate { day: String, year: String, movements: String }
            ComparedYear { current: String, base: String, movements: String }
            Rose { measure: String, base: String, current: String, difference: String, judged: String }
            Fell { measure: String, base: String, current: String, difference: String, judged: String }
            FellSoFar { measure: String, base: String, current: String, difference: String }
            Stayed { measure: String, current: String }
            Differs { measure: String, base: String, current: String, difference: String, judged: String }
            DiffersByOne { measure: String, base: String, current: String, difference: String, killed: String, change: String, judged: String }
            DiffersByOneAlone { measure: String, base: String, current: String, difference: String, killed: String, judged: String }
            UntestedRise { measure: String, base: String, current: String, difference: String, why: String }
            UntestedFall { measure: String, base: String, current: String, difference: String, why: String }
            Untested { measure: String, base: String, current: String, difference: String, why: String }
            DifferenceInterval { absolute: String, percent: String, interval: String }
            NotCompared { measures: String, base: String, why: String }
            DifferencePercent { absolute: String, percent: String }
            WithheldNoBase { period: String, grain: String }
            SameDays { year: String }
            // Levels and records.
            PerDay { period: String, counts: String }
            MeanOfTwelve { twelve: String, period: String, counts: String, grain: String }
            RecordSince { what: String, when: String, extreme: String, grain: String, since: String, then: String, begins: String }
            RecordEver { what: String, when: String, extreme: String, grain: String, begins: String }
            FirstWithout { period: String, grain: String, what: String, since: String, begins: String }
            FirstWithoutEver { period: String, grain: String, what: String, begins: String }
            RecordHighest {}
            RecordLowest {}
            RecordOfKnown { sentence: String }
            ThenValue { value: String }
            ThenEqual {}
            ThenUnknown {}
            InRegion { what: String, region: String }
            InvolvingGroup { what: String, group: String }
            InIncidentsInvolving { what: String, group: String }
            AnyIncident {}
            AnyOfKind { kind: String }
            AnyoneKilled {}
            // Ledgers.
            LedgerActive { incidents: String, people: String, classes: String }
            LedgerPassive { incidents: String, people_killed: String, classes: String }
            LedgerUnknown { incidents: String }
            LedgersTotal { ledgers: String, killed: String }
            LedgersOne { ledgers: String }
            LedgerForeign { n: Quantity, incidents: String }
            Bracket { text: String }
            BracketKnown { text: String }
            MarginAbove { parts: String, whole: String, difference: String }
            MarginBelow { n: Quantity, whole: String }
            MarginWhere { incidents: String }
            MarginLedgers { parts: String, whole: String, difference: String }
            // Suicide attacks, arrests, failures, the deadliest incident.
            SuicidePeriod { period: String, attacks: String, toll: String, to_date: String }
            SuicideToll { toll: String }
            SuicideToDate { day: String, number: String }
            SuicideToDateAgainst { day: String, number: String, base: String, year: String }
            FirstSuicide { period: String, attacks: String, begins: String }
            FirstSuicideIn { period: String, attacks: String, region: String, begins: String }
            FirstSuicideBy { period: String, attacks: String, group: String, begins: String }
            Claimed { n: Quantity, attacks: String, competing: String, rest: String }
            ClaimedCompeting { n: Quantity }
            ClaimedNot { n: Quantity }
            ClaimedUnknown { n: Quantity }
            Taken { when: String, people: String }
            Failed { n: Quantity, attacks: String }
            DeadliestOne { days: String, place: String, people: String, groups: String, id: String }
            DeadliestTie { ties: String, people: String, days: String, place: String, groups: String, id: String }
            InPlace { place: String }
            GroupsNamed { groups: String }
            // Regions and groups.
            AllIncidents { n: Quantity }
            AllKilled { n: Quantity }
            PartOfIncidents { n: Quantity, of: String, share: String }
            PartOfKilled { n: Quantity, of: String, share: String }
            ShareOf { share: String }
            Region { region: String, incidents: String, killed: String, change: String }
            RegionKilled { killed: String }
            Its { what: String }
            PartRose { its: String, base: String, period: String, current: String, difference: String, judged: String }
            PartFell { its: String, base: String, period: String, current: String, difference: String, judged: String }
            PartFellSoFar { its: String, base: String, period: String, current: String, difference: String }
            PartStayed { its: String, period: String }
            PartDiffers { its: String, base: String, period: String, current: String, difference: String, judged: String }
            PartUntestedRise { its: String, base: String, period: String, current: String, difference: String, why: String }
            PartUntestedFall { its: String, base: String, period: String, current: String, difference: String, why: String }
            PartUntested { its: String, base: String, period: String, current: String, difference: String, why: String }
            PartWithheld { its: String, period: String, why: String }
            PartToDate { day: String, incidents: String, base: String, year: String, difference: String, judged: String }
            PartYear { current: String, incidents: String, base: String, year: String, difference: String, judged: String }
            GroupInvolved { group: String, incidents: String, killed: String, change: String }
            GroupFirst { group: String, incidents: String, killed: String, change: String }
            GroupInitiated { group: String, incidents: String, killed: String, change: String }
            GroupFraction { group: String, incidents: String, killed: String, change: String }
            GroupKilled { people_killed: String }
            GroupAttacks { n: Quantity, group: String, suspected: String, killed: String, rest: String }
            OnlySuspected { n: Quantity }
            // Mix and attribution.
            MixTactics { incidents: String, list: String }
            MixTargets { incidents: String, list: String }
            MixEntry { name: String, n: String, share: String }
            MixEntryCount { name: String, n: String }
            Unnamed { n: Quantity, of: String, share: String, before: String }
            UnnamedAll { of: String, before: String }
            UnnamedBeforeAll { share: String, period: String }
            UnnamedNotMeasured { source: String }
            UnnamedNone {}
            Suspected { n: Quantity, of: String, share: String, before: String }
            SuspectedNone { of: String, before: String }
            SuspectedBeforeNone { share: String, period: String }
            SuspectedNotMeasured { source: String }
            ShareBefore { share: String, period: String }
            // Firsts and silences.
            Quiet { group: String, last: String, expected: String }
            New { group: String, first: String, begins: String }
            // Partial periods.
            SoFarPeriod { period: String, to: String, days: String, of_days: String, counts: String, compared: String }
            SoFarAlone {}
            SoFarSameDays { bases: String }
            SoFarBase { period: String, n: String }
            SoFarWithin { period: String, from: String, to: String, days: String, of_days: String, counts: String }
            SoFarCoverage { grain: String, from: String, to: String, counts: String }
        }
    };
}

pub(super) use counts;
