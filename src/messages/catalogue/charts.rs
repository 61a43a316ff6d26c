//! Messages of charts: titles, subtitles, labels, small print, descriptions, reasons for none.

/// Hands the messages of this file, after those before them, to the next list.
macro_rules! charts {
    ($next:ident $($after:ident)*; $($before:tt)*) => {
        $next! { $($after)*; $($before)*
            // A description follows its number ("in Ilmaray", "by X"), with a space before it; the code puts the parts together.
            // What is counted, alone and with its number.
            NounIncident { n: Quantity }
            NounAttack { n: Quantity }
            NounOperation { n: Quantity }
            NounStateViolence { n: Quantity }
            NounClash { n: Quantity }
            NounInterstate { n: Quantity }
            NounUndetermined { n: Quantity }
            NounOther { n: Quantity }
            NounDead { n: Quantity }
            SomeIncident { n: Quantity }
            SomeAttack { n: Quantity }
            SomeOperation { n: Quantity }
            SomeStateViolence { n: Quantity }
            SomeClash { n: Quantity }
            SomeInterstate { n: Quantity }
            SomeUndetermined { n: Quantity }
            SomeOther { n: Quantity }
            SomeDead { n: Quantity }
            ChartDeaths {}
            ChartNone {}
            ChartPer { what: String, grain: String }
            ChartRange { low: String, high: String }
            // Whose it is, and when.
            ChartAllIncidents {}
            ChartUnattributed {}
            ChartNobody {}
            ChartAbout { group: String, what: String, place: String }
            ChartInPlace { place: String }
            ChartByNobody {}
            ChartBy { group: String }
            ChartInvolving { groups: String }
            ChartTactic { names: String }
            ChartTarget { names: String }
            ChartInIncidents { noun: String, about: String }
            ChartSoFar { when: String }
            ChartYearTo { day: String }
            ChartTwelveMonthsTo { month: String }
            ChartAt { what: String, when: String }
            // Titles of one series.
            ChartLead { count: String, about: String, when: String }
            ChartRoseTo { what: String, about: String, number: String, when: String }
            ChartFellTo { what: String, about: String, number: String, when: String }
            ChartNoneFirst { what: String, about: String, when: String, grain: String, since: String }
            ChartFirst { lead: String, since: String }
            ChartSince { period: String }
            ChartSinceRecords { period: String }
            ChartMost {}
            ChartMostKnown {}
            ChartFewest {}
            ChartFewestKnown {}
            ChartExtremeSince { extreme: String, period: String }
            ChartExtremeEver { extreme: String, grain: String, period: String }
            ChartRecord { lead: String, record: String, expected: String }
            ChartNoToll { about: String, when: String }
            ChartTitleNotCovered { what: String, about: String, when: String }
            ChartNoDeaths { about: String, when: String }
            ChartAfter { number: String, when: String }
            ChartAfterSuggestive { after: String }
            ChartAfterChance { after: String }
            ChartLastWere { when: String }
            ChartMeanOfLast { mean: String, grain: String, periods: String }
            ChartExpectedWithin { range: String }
            ChartExpectedFarAbove { range: String }
            ChartExpectedAbove { range: String }
            ChartExpectedFarBelow { range: String }
            ChartExpectedBelow { range: String }
            ChartExpectedSuggestive { range: String }
            ChartExpectedChance { range: String }
            ChartClauseFactor { estimate: String, since: String }
            ChartClauseUp { percent: String, since: String }
            ChartClauseDown { percent: String, since: String }
            ChartRecordsFrom { periods: String, begins: String }
            // What the statistics say of a series.
            ChartLabelAbove { range: String }
            ChartLabelBelow { range: String }
            ChartLabelExpected { range: String }
            ChartLabelSuggestive { range: String }
            ChartToldExpected { label: String, when: String }
            ChartNoteBracket { period: String, periods: String }
            ChartToldLevel { when: String, earliest: String, latest: String, factor: String }
            ChartShift { period: String, factor: String }
            ChartNoteLevel {}
            ChartFactor { estimate: String, low: String, high: String }
            ChartFactorOpen { estimate: String, low: String }
            ChartFactorNone { low: String }
            ChartGrowthFactor { factor: String }
            ChartGrowthUp { percent: String, low: String, high: String }
            ChartGrowthDown { percent: String, low: String, high: String }
            ChartToldTrend { growth: String, from: String, to: String }
            ChartNoteCurve { from: String, to: String }
            ChartNoteStrength { period: String }
            // Forecasts.
            ChartForecast {}
            ChartForecastLabel { forecaster: String }
            ChartResampled { periods: String }
            ChartLastValue { grain: String }
            ChartToldForecast { forecaster: String, steps: String }
            ChartNoteFan { name: String, past: String }
            ChartNotePast { share: String, origins: String, grain: String }
            ChartOutlookPart { range: String, what: String, about: String }
            ChartTitleOutlook { what: String, when: String }
            ChartOutcomeHeld { range: String, label: String }
            ChartOutcomeMissed { range: String, label: String }
            ChartNoteKept { label: String, period: String }
            ChartUnitOutlook { grain: String }
            ChartAltForecast { told: String }
            // Descriptions for those who cannot see a chart.
            ChartAlt { title: String, subtitle: String, told: String }
            ChartSentence { text: String }
            ChartTold { name: String, told: String }
            ChartToldItem { name: String, text: String }
            ChartNoNumber {}
            ChartZero {}
            ChartToldRange { lowest: String, highest: String, latest: String }
            ChartAltColumns { told: String }
            ChartAltBars { told: String }
            // Lines and panels.
            ChartMean { periods: String }
            ChartMeanKnown { periods: String }
            ChartLastOf { periods: String }
            ChartEach { grain: String }
            ChartAllOf { what: String }
            ChartAllInvolved {}
            ChartAttacksBy { group: String }
            ChartUnitKilled { grain: String }
            ChartUnitBoth { grain: String }
            ChartQuarter { number: String }
            ChartHalf { number: String }
            // Lethality.
            ChartUnitLethality { noun: String }
            ChartAltLine { periods: String, told: String }
            ChartNoteGaps { minimum: String }
            ChartTitleLethality { number: String, noun: String, about: String, when: String, before: String }
            ChartTitleLethalityUnknown { noun: String, about: String }
            ChartYearBefore { number: String }
            ChartNoteKnown { known: String, count: String, when: String }
            // Groups and regions.
            ChartPair { group: String, region: String }
            ChartTitlePair { pair: String, number: String, all: String }
            ChartUnitPairs { what: String, when: String }
            ChartAltPairs { groups: String, regions: String, told: String }
            ChartUnitGroups { what: String, grain: String }
            ChartUnitRegions { what: String, grain: String }
            ChartAltGroups { number: String, told: String }
            ChartAltRegions { number: String, told: String }
            ChartAltHeat { number: String, told: String }
            ChartTopGroups { shown: String, of: String }
            ChartTopRegions { shown: String, of: String }
            ChartNamedOnly { apart: String, counting: String }
            ChartApart { n: Quantity }
            ChartCountInvolved {}
            ChartCountFirst {}
            ChartCountInitiator {}
            ChartCountFractional {}
            ChartNoteNoRegion { count: String }
            ChartOf { number: String, count: String, about: String, when: String }
            ChartLeaderGroup { group: String, of: String }
            ChartLeaderGroups { groups: String, of: String }
            ChartLeaderRegion { n: Quantity, of: String, region: String }
            ChartLeaderRegions { regions: String, of: String }
            ChartUnitRankGroups { what: String, when: String, against: String }
            ChartUnitRankRegions { what: String, when: String, against: String }
            ChartAgainst { period: String }
            ChartChangeOn { period: String }
            ChartNoteNoBase {}
            ChartVersus { now: String, base: String }
            ChartVersusSoFar { now: String, base: String }
            ChartBarChange { change: String, numbers: String, judged: String }
            ChartBarJudged { word: String }
            ChartNotCompared { why: String }
            ChartUncompared {}
            ChartNotCovered {}
            // Changes.
            ChartToldRatio { ratio: String, base: String }
            ChartAltRatios { told: String }
            ChartNoteMarks {}
            ChartUnitChanges { what: String }
            ChartRoseNames { names: String }
            ChartFellNames { names: String }
            ChartTitleMoved { what: String, moves: String, when: String, base: String }
            ChartMoreNames { what: String, names: String }
            ChartFewerNames { what: String, names: String }
            ChartTitleMaybe { moves: String, when: String, base: String }
            ChartTitleNoChange { when: String, bases: String }
            ChartPlaceOverall {}
            ChartPlaceIn { place: String }
            ChartPlaceInvolving { name: String }
            ChartOthers { n: Quantity, names: String }
            ChartRatio { numbers: String, factor: String }
            // Mixes.
            ChartTopTactics { shown: String, of: String }
            ChartTopTargets { shown: String, of: String }
            ChartUnitTactics { what: String, when: String, against: String }
            ChartUnitTargets { what: String, when: String, against: String }
            ChartShareTactics { what: String, grain: String }
            ChartShareTargets { what: String, grain: String }
            ChartAltStack { names: String }
            ChartTitleTactic { name: String, of: String }
            ChartTitleTarget { name: String, of: String }
            ChartByTactic { what: String, about: String }
            ChartByTarget { what: String, about: String }
            ChartRest {}
            ChartNotStated {}
            ChartTheYearBefore {}
            ChartThisYear {}
            // Incidents without a named group.
            ChartOnlySuspected {}
            ChartUnitShare { what: String }
            ChartAltLines { told: String }
            ChartNoValue {}
            ChartLatest { number: String }
            ChartNoteNamed {}
            ChartNoteArmed {}
            ChartTitleSuspected { number: String, count: String, about: String, when: String }
            ChartTitleAllNamed { count: String, about: String, when: String }
            ChartTitleUnnamed { number: String, count: String, about: String, when: String }
            ChartTitleShare { share: String, what: String, about: String }
            // Around every chart.
            ChartNotePanels {}
            ChartCountries { n: Quantity }
            ChartNoGroup {}
            ChartOnly { what: String, about: String }
            ChartOnlyGroups { names: String }
            ChartOnlyRegions { names: String }
            ChartOnlyTactics { names: String }
            ChartOnlyTargets { names: String }
            ChartCaption { source: String, to: String, version: String, as_of: String }
            ChartCited { title: String, citation: String }
            ChartVersion { day: String }
            ChartAsOf { day: String }
            ChartHollow { periods: String }
            ChartPartly { period: String, days: String, of_days: String }
            ChartNewest {}
            ChartLighter { which: String }
            ChartDotted { which: String }
            ChartNoteCaret {}
            ChartNoteRange {}
            // Why a chart is not drawn.
            NoneNoIncidents {}
            NoneNoPeriod { grain: String }
            NoneNotReported { what: String }
            NoneNotMeasured {}
            NoneNoToll {}
            NoneTooFew { what: String, have: String, need: String }
            NoneNotForSubject {}
            NoneNothingShown {}
            NoneNoYear {}
            NoneNotForecast { why: String }
            NoneNotTested {}
            LackDeaths {}
            LackTactics {}
            LackTargets {}
            LackGroups {}
            LackRegions {}
            LackGroupsOfYear {}
            LackRegionsOfYear {}
            LackGroupsOfPeriod {}
            LackRegionsOfPeriod {}
            LackKnownTolls {}
            LackArmed {}
            // Why a number is not given, where room is short.
            ShortPartial {}
            ShortNoBase {}
            ShortUnreported {}
            ShortLowerBound {}
            ShortNewSources { share: String }
            ShortTooShort { have: String, need: String }
            ShortTooFew { have: String, need: String }
            ShortTooQuiet { have: String, of: String, need: String }
            ShortDegenerate {}
            ShortNoCycle {}
            ShortProvisional {}
            ShortOneIncident { killed: String }
            ShortMergedRegion {}
            ShortCollectionBreak {}
            ShortStale { periods: String }
            ShortNotShown {}
            ShortNoDistribution {}
        }
    };
}

pub(super) use charts;
