//! Messages of the document: caveats, titles, heads of tables, how it was counted, the quality of the data.

/// Hands the messages of this file, after those before them, to the next list.
macro_rules! documents {
    ($next:ident $($after:ident)*; $($before:tt)*) => {
        $next! { $($after)*; $($before)*
            // Caveats.
            CaveatUnknownTolls { n: Quantity, incidents: String, measure: String }
            CaveatNotReported { source: String, measures: String }
            CaveatProvisional { period: String }
            CaveatKnownOnly {}
            CaveatSmallBase { minimum: String }
            CaveatPeriodLengths { current_days: String, base_days: String, change: String }
            CaveatOneIncident { killed: String, of: String }
            CaveatInvolved {}
            CaveatFirst {}
            CaveatInitiator {}
            CaveatFractional {}
            CaveatNoDirection {}
            CaveatUnnamedMoved { before: String, now: String }
            CaveatGated { n: Quantity, killed: String, from: String, to: String }
            CaveatFiltered {}
            CaveatBreak { from: String, note: String }
            CaveatNewName {}
            CaveatRenamed {}
            CaveatCompleteWith { covered: String }
            // The document.
            Title { place: String, period: String }
            TitleNowhere { period: String }
            Subtitle { source: String, from: String, to: String }
            SubtitleAsOf { subtitle: String, day: String }
            SubtitleFiltered { subtitle: String, filters: String }
            SectionLedgers {} SectionRegions {} SectionGroups {} SectionMix {} SectionNotable {}
            SectionQuality {} SectionSources {} SectionCharts {}
            SectionTrend {} SectionAlerts {} SectionOutlook {}
            SectionOf { section: String, source: String }
            SourceLine { source: String, to: String }
            SourceLineVersion { line: String, version: String }
            SourceLineAsOf { line: String, day: String }
            SourceLineFiltered { line: String, filters: String }
            EvidenceTable { file: String }
            EvidenceRows { file: String, rows: String }
            EvidenceChart { chart: String }
            DaysCovered { from: String, to: String }
            MoreRows { n: Quantity, file: String }
            NothingToShow { period: String }
            // Column heads and row names.
            HeadRegion {} HeadGroup {} HeadKind {} HeadIncidents {} HeadShare {} HeadKilled {} HeadInjured {} HeadAttacks {} HeadLast {}
            HeadDate {} HeadDistrict {} HeadGroups {} HeadId {} HeadFile {} HeadRead {} HeadCountedRows {} HeadMerged {} HeadRepeated {}
            HeadSuperseded {} HeadFiltered {} HeadGated {} HeadRejected {} HeadReason {} HeadRows {} HeadIssue {} HeadEffect {} HeadYear {}
            HeadCivilian {} HeadSecurity {} HeadMilitant {} HeadOther {} HeadUnknown {} HeadTactic {} HeadTarget {} HeadSource {}
            HeadPeriod {} HeadOurs {} HeadPublisher {} HeadOurKilled {} HeadPublisherKilled {} HeadOnlyOurs {} HeadOnlyPublisher {}
            HeadChange { base: String }
            HeadToDate {} HeadOfYear {} HeadKilledOfYear {}
            HeadOfParts { grain: String }
            HeadKilledOfParts { grain: String }
            HeadObserved {} HeadExpected {} HeadJudged {} HeadBound {} HeadForecaster {} HeadCoverage {} HeadSeries {}
            HeadOf { period: String }
            CellRange { value: String, low: String, high: String }
            CellJudged { word: String, evidence: String }
            TableAlerts { period: String }
            TableForecasts {}
            NoteAlerts {} NoteForecasts {}
            NoneAlerts { period: String }
            SureJudged {} SureChanges {} SureTolls {} SureTrends {} SureAlerts {} SureBreaks {} SureForecasts {}
            SureGuards { limit: String }
            RowAll {} RowUnattributed {} RowNoRegion {} RowSum {}
            CellChange { absolute: String, percent: String }
            CellAgainst { now: String, base: String }
            // Captions of tables, and notes under them.
            TableRegions { period: String }
            TableGroups { period: String }
            TableCommunal { period: String }
            TableParty { period: String }
            TableGeneric { period: String }
            TableUnattributed { period: String }
            TableLedgers { period: String }
            TableTactics { kind: String, period: String }
            TableTargets { kind: String, period: String }
            TableNotable { period: String }
            TableAccounting {} TableRejected {} TableIssues {} TableYears {} TableHeadline { figure: String } TableSources {}
            NoteGroups {} NoteAtLeast {} NoteSources {} NoteYears {}
            // How it was counted.
            CountedGrain { grain: String }
            CountedStart {} CountedMidpoint {} CountedSpread {}
            CountedCoverage { source: String, from: String, to: String }
            CountedLater { places: String }
            CountedLaterPlace { country: String, day: String }
            CountedGap { from: String, to: String }
            CountedVersion { day: String }
            CountedNoVersion {}
            CountedAsOf { day: String }
            CountedKinds { kinds: String }
            CountedOther { n: Quantity }
            CountedFilters { filters: String }
            CountedNoFilters {}
            CountedProvisional { periods: String }
            CountedPercent { minimum: String }
            CountedNewSources { limit: String }
            CountedAggregated {}
            CountedNotReported { measures: String }
            // The quality of the data.
            QualityRows { read: String, counted: String, rest: String }
            QualityAllCounted { n: Quantity }
            QualityMerged { n: Quantity }
            QualityRepeated { n: Quantity }
            QualitySuperseded { n: Quantity }
            QualityFiltered { n: Quantity }
            QualityGated { n: Quantity }
            QualityRejected { n: Quantity }
            QualityGatedToll { n: Quantity, killed: String, grain: String }
            QualityCoarse { n: Quantity, of: String, share: String }
            QualityNoRegion { n: Quantity }
            QualityUnmatched { n: Quantity, names: String }
            QualityUnmatchedAllies { n: Quantity }
            QualityNear { name: String, nearest: String }
            QualityDoubted { n: Quantity, killed: String, all: String, all_killed: String }
            QualityDoubtedAlone { n: Quantity, killed: String }
            QualitySkipped { n: Quantity, killed: String }
            QualityClean {}
            QualityBreak { from: String, note: String }
            QualityOmitted {}
            Omitted { chart: String, subject: String, reason: String }
            Colophon { program: String, version: String }
            Cite { citation: String }
            CannotSay {}
        }
    };
}

pub(super) use documents;
