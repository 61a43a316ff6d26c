//! The catalogue: every message with its slots. Its texts stand in the tables of the languages, under the name in snake case.

use super::declare::catalogue;
use super::{Quantity, Slot};

impl Key {
    /// The key in the tables.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

catalogue! {
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
    Rose { measure: String, base: String, current: String, difference: String }
    Fell { measure: String, base: String, current: String, difference: String }
    FellSoFar { measure: String, base: String, current: String, difference: String }
    Stayed { measure: String, current: String }
    DifferencePercent { absolute: String, percent: String }
    WithheldNewSources { measures: String, base: String, share: String }
    WithheldPartial { measures: String, base: String }
    WithheldUnreported { measures: String, base: String }
    WithheldLowerBound { measures: String, base: String }
    WithheldShort { measures: String, base: String }
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
    MarginLedgers { parts: String, whole: String, difference: String }
    // Suicide attacks, arrests, failures, the deadliest incident.
    SuicidePeriod { period: String, attacks: String, toll: String, to_date: String }
    SuicideToll { toll: String }
    SuicideToDate { day: String, number: String }
    SuicideToDateAgainst { day: String, number: String, base: String, year: String }
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
    PartRose { base: String, period: String, current: String, difference: String }
    PartFell { base: String, period: String, current: String, difference: String }
    PartFellSoFar { base: String, period: String, current: String, difference: String }
    PartStayed { period: String }
    PartWithheld { period: String, share: String }
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
    SectionHeadline {} SectionLedgers {} SectionRegions {} SectionGroups {} SectionMix {} SectionNotable {} SectionCounted {}
    SectionQuality {} SectionSources {} SectionCharts {}
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
    NotTested {}
}
