//! Messages of the workbook: names of its sheets, heads of its lists, what it leaves out.

/// Hands the messages of this file, after those before them, to the next list.
macro_rules! workbook {
    ($next:ident $($after:ident)*; $($before:tt)*) => {
        $next! { $($after)*; $($before)*
            // Sheets; at most 31 characters.
            SheetContents {}
            SheetNotes {}
            SheetColumns {}
            SheetCharts {}
            SheetSeries {}
            SheetSeriesOf { source: String }
            // What they hold.
            AboutNotes {}
            AboutColumns {}
            AboutCharts {}
            AboutSeries {}
            // Heads of their lists.
            HeadSheet {}
            HeadHolds {}
            HeadColumns {}
            HeadLeftOut {}
            HeadColumn {}
            HeadUnit {}
            HeadAbout {}
            HeadNote {}
            HeadCoveredFrom {}
            HeadCoveredTo {}
            HeadStart {}
            // What is said of the numbers as a workbook shows them.
            SheetEmptyCells {}
            SheetText {}
            SheetNoRows {}
            RowsLeftOut { n: Quantity, file: String }
            CellsCut { n: Quantity, file: String }
            ColumnDocumented { about: String, unit: String }
            ChartIncidents {}
            ChartKilled {}
            ChartRegions {}
            ChartGroups {}
            WorkbookChartOf { chart: String, source: String }
            AxisKilled {}
            ChartsComplete {}
            ChartsKilled {}
            ChartsGroups {}
            ChartsNone {}
            NoteWorkbook {}
            NoteWhole {}
        }
    };
}

pub(super) use workbook;
