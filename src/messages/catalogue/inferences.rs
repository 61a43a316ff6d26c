//! Messages of what is tested: chance, trends, alerts, breaks, forecasts, lethality.

/// Hands the messages of this file, after those before them, to the next list.
macro_rules! inferences {
    ($next:ident $($after:ident)*; $($before:tt)*) => {
        $next! { $($after)*; $($before)*
            // Chance: p, q and what they are worth; intervals; why something was not computed.
            PValue { p: String }
            PBelow { p: String }
            QValue { q: String }
            QBelow { q: String }
            JudgedClear { evidence: String }
            JudgedSuggestive { n: Quantity, tests: String, evidence: String }
            JudgedSuggestiveFew { tests: String, evidence: String }
            JudgedTooSmall { evidence: String }
            JudgedChance { evidence: String }
            AnyPercent {}
            IntervalOf { level: String, low: String, high: String }
            IntervalTimes { level: String, low: String, high: String }
            WhyPartial { grain: String }
            WhyNoBase {}
            WhyUnreported {}
            WhyLowerBound {}
            WhyNewSources { share: String }
            WhyTooShort { have: String, need: String }
            WhyTooFew { have: String, need: String }
            WhyTooQuiet { have: String, need: String, of: String }
            WhyDegenerate {}
            WhyNoCycle { grain: String }
            WhyProvisional { grain: String }
            WhyOneIncident { killed: String }
            WhyMergedRegion {}
            WhyCollectionBreak {}
            WhyStale { periods: String }
            WhyNotShown {}
            WhyNoDistribution {}
            // Things in the plural, and counts of periods.
            PluralIncidents {}
            PluralKilled {}
            KilledIn { kind: String }
            NumberOf { what: String }
            CountDays { n: Quantity }
            CountWeeks { n: Quantity }
            CountMonths { n: Quantity }
            CountQuarters { n: Quantity }
            CountHalfYears { n: Quantity }
            CountYears { n: Quantity }
            PeriodsTo { periods: String, last: String }
            // Trends, alerts, breaks of level.
            TrendRising { what: String, window: String, period: String, growth: String, interval: String, judged: String }
            TrendFalling { what: String, window: String, period: String, growth: String, interval: String, judged: String }
            TrendSuggestive { what: String, window: String, period: String, growth: String, interval: String, judged: String }
            TrendNone { what: String, window: String, period: String, growth: String, interval: String, judged: String }
            TrendUnknown { what: String, why: String }
            AlertUp { count: String, period: String, baseline: String, expected: String, low: String, high: String, judged: String, bound: String }
            AlertDown { count: String, period: String, baseline: String, expected: String, low: String, high: String, judged: String, bound: String }
            BoundUpper { detector: String, bound: String }
            BoundLower { detector: String, bound: String }
            BoundNone { detector: String }
            Bound { said: String, chosen: String }
            DetectorFarrington {}
            DetectorEars {}
            DetectorCusum {}
            DetectorLong {}
            DetectorShort {}
            DetectorSparse {}
            LevelRose { what: String, first: String, before: String, after: String, grain: String, interval: String, judged: String, came: String }
            LevelFell { what: String, first: String, before: String, after: String, grain: String, interval: String, judged: String, came: String }
            LevelHadRisen { what: String, first: String, until: String, before: String, after: String, grain: String, interval: String, judged: String, came: String }
            LevelHadFallen { what: String, first: String, until: String, before: String, after: String, grain: String, interval: String, judged: String, came: String }
            Between { earliest: String, latest: String }
            FromNought {}
            Times { n: Quantity, interval: String }
            // Forecasts, and how they did.
            Forecast { forecaster: String, steps: String, past: String }
            ForecastFirst { count: String, period: String, low: String, high: String }
            ForecastNext { mean: String, period: String, low: String, high: String }
            ForecastPast { n: Quantity, inside: String }
            ForecastBenchmark { forecaster: String }
            ForecastRefused { what: String, why: String }
            ForecasterResampled {}
            ForecasterLast {}
            ForecasterModel {}
            KeptInside { label: String, expected: String, when: String, low: String, high: String, observed: String }
            KeptBelow { label: String, expected: String, when: String, low: String, high: String, observed: String }
            KeptAbove { label: String, expected: String, when: String, low: String, high: String, observed: String }
            // Lethality.
            Lethality { window: String, mean: String, interval: String, without: String, median: String, maximum: String, lethal: String, lethal_interval: String }
            LethalityBeside { window: String, mean: String, interval: String, lethal: String }
            LethalityUnknown { why: String }
            // What is not claimed, and how much was tested.
            Withheld { questions: String, what: String, why: String }
            NoChange {}
            NoTrend {}
            NoAlert {}
            NoBreak {}
            NoRecord {}
            Tests { n: Quantity, each: String, left_out: String }
            TestsOfChange { n: Quantity }
            TestsOfTrend { n: Quantity }
            TestsOfAlert { n: Quantity }
            TestsOfBreak { n: Quantity }
            TestsFound { tests: String, clear: String, nominal: String }
            TestsLeftOut { n: Quantity }
            NothingTested {}
        }
    };
}

pub(super) use inferences;
