//! Messages of what a report holds: its first screen, its parts, the tables of its charts.

/// Hands the messages of this file, after those before them, to the next list.
macro_rules! contents {
    ($next:ident $($after:ident)*; $($before:tt)*) => {
        $next! { $($after)*; $($before)*
            // The first screen.
            FactPeriod {} FactCoverage {} FactAsOf {} FactSource {} FactVersion {} FactNoVersion {} FactFilters {}
            FigureIncidents {} FigureLethal {} FigureKilled {} FigureInjured {} FigureSuicide {}
            NotComparedBecause { why: String }
            DifferenceSoFar { difference: String }
            SparkAlt { measure: String, from: String, to: String, first: String, last: String }
            LeadOfRegion { name: String, period: String, counts: String }
            LeadOfGroup { name: String, period: String, counts: String }
            EvidencePart { name: String }
            EvidenceMethod { method: String }
            TollKilled {} TollInjured {}
            CompleteTolls { toll: String, period: String }
            IncompleteTolls { n: Quantity, of: String, share: String, toll: String }
            NoTolls { toll: String }
            CoarsePlaces { n: Quantity, of: String, share: String }
            UnnamedShare { n: Quantity, of: String, share: String }
            UnnamedLeftOut {}
            CompleteRows { n: Quantity }
            IncompleteRows { n: Quantity, of: String }
            // Sections and parts.
            TitleOf { name: String, period: String }
            SectionTrendOf {} SectionMeet {} SectionContext {} SectionDistricts {} SectionMethods {} SectionProvenance {}
            NoMovingRegion {} NoMovingGroup {}
            NoneRegions {} NoneGroups {} NoneMeet {} NoneContext {} NoneContextCovered {} NoneDistricts {} NoneForecast {}
            NoneTestedForAlerts {}
            NoneRecords { period: String }
            NoneForecastBecause { why: String }
            NoneNotable { period: String }
            NoneTactics { period: String }
            NoneTargets { period: String }
            NotReportedTactics {} NotReportedTargets {}
            NoneGroupsOf { name: String }
            NoneRegionsOf { name: String }
            NoneAlertsOf { name: String, period: String }
            TableNumbers { name: String }
            TableMeet { to: String }
            TableGroupsOf { name: String, to: String }
            TableRegionsOf { name: String, to: String }
            TableDistricts { period: String }
            TableDistrictsIn { name: String, period: String }
            TableDistrictsWith { name: String, period: String }
            TableContext {} TableInputs {} TableBeside {} TableSettings {}
            NoteKilledOfGroup {} NoteDistricts {} NoteContext {}
            HeadMeasure {} HeadLastYear {} HeadYearBefore {} HeadKilledLastYear {} HeadDates {} HeadEvent {} HeadScope {}
            HeadVersion {} HeadHash {} HeadSetting {}
            CellCoveredDays { value: String, days: String, of: String }
            QualityOfAll {} ProvenanceIntro {} NoSettings {}
            CiteReport { program: String, version: String }
            // Methods.
            MethodsIntro {}
            MethodCounting {} MethodJudging {} MethodChanges {} MethodTolls {} MethodTrends {} MethodAlerts {} MethodBreaks {}
            MethodRecords {} MethodLethality {} MethodForecasts {} MethodGuards {}
            SureRecords {} SureLethality {}
            // Tables of charts.
            HeadHeldAgainst { name: String }
            HeadPart { whole: String, part: String }
            HeadInState { name: String, state: String }
            HeadLowHigh {} HeadExpectedRange {} HeadForecastRange {} HeadStatus {} HeadEvents {} HeadValue {}
            CellLowHigh { low: String, high: String }
            StatusComplete {} StatusProvisional {} StatusPartial {} StatusNotCovered {} StatusUnreported {}
        }
    };
}

pub(super) use contents;
