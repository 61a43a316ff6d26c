//! A chart as plain data: what is drawn, in which ink, with which gaps; never pixels. Recipes build it, `paint` draws it.

mod evidence;
mod forest;
mod map;
mod pair;
mod time;
mod value;

use serde::Serialize;

pub use evidence::{Evidence, Expected, Fan, FanStep, Level, Shift, Standing};
pub use forest::{Forest, ForestRow, Part, Ratio, RatioMark, Strength};
pub use map::{Area, Bubble, Edge, Fill, Label, Map, Meridian, Precision};
pub use pair::{Lane, Link, Network, Node, Step, Steps, Tie};
pub use time::{Break, Event, Future, Tick, TimeAxis, Weight};
pub use value::{Bound, Ink, Point, State};

/// One chart, ready to be drawn. Equal figures give equal bytes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// File stem, e.g. `frequency-all`: lower case, digits and hyphens.
    pub id: String,
    /// Name of the recipe that made it, as in the registry of charts.
    pub chart: &'static str,
    /// The language of its words, and of those that the painter adds (BCP 47).
    pub language: &'static str,
    /// States the finding, not the topic. Wraps to two lines; what is longer is shortened with an ellipsis.
    pub title: String,
    /// Unit and filters, e.g. "Incidents per month, clashes and attacks, Northland". Wraps to two lines.
    pub subtitle: String,
    /// Source line: source, version or access date, filters, as-of.
    pub caption: String,
    /// Alternative text: what a reader who cannot see the chart needs, with the full names of everything shortened.
    pub alt: String,
    /// What is drawn.
    pub shape: Shape,
    /// Small print above the caption, e.g. "Hollow: partial month", "Top 12 of 37 groups". One line each.
    pub notes: Vec<String>,
}

/// The closed list of what the painter can draw.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Shape {
    /// Panels above each other that share one time axis.
    Series(Panels),
    /// Small multiples that share both axes.
    Multiples(Multiples),
    /// Rows against periods or categories, one hue.
    Heatmap(Heatmap),
    /// Horizontal bars, in the recipe's order.
    Bars(Bars),
    /// Layers stacked over time, as amounts or as shares.
    Stack(Stack),
    /// Ratios with their intervals on a log axis.
    Forest(Forest),
    /// Regions and places.
    Map(Map),
    /// Groups and the incidents that name two of them.
    Network(Network),
}

/// Panels above each other with one time axis, e.g. incidents above killed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Panels {
    /// Shared by all panels.
    pub axis: TimeAxis,
    /// From top to bottom.
    pub panels: Vec<Panel>,
}

/// One panel: its own y axis from 0.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Panel {
    /// E.g. "Killed"; may be empty if the figure's subtitle says it.
    pub title: String,
    /// E.g. "people per month"; stands beside the title.
    pub unit: String,
    /// One value a period, behind the lines.
    pub columns: Option<Columns>,
    /// Drawn in order, context before main.
    pub lines: Vec<Line>,
    /// What the statistics say of the values.
    pub evidence: Evidence,
    /// Where the axis ends, e.g. 1 for an index; none for the first round number that holds all values.
    pub top: Option<f64>,
    /// Values of stretches of time, drawn over all else.
    pub steps: Vec<Steps>,
    /// Where there are any, they are all that the panel shows.
    pub lanes: Vec<Lane>,
}

/// Columns, one a period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Columns {
    /// Meaning of the values.
    pub ink: Ink,
    /// One a period, from the first on.
    pub points: Vec<Point>,
}

/// A line through the middles of the periods, labelled at its end.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// Direct label; empty for none. Long names are shortened: the alt text has them in full.
    pub name: String,
    /// Meaning of the values; ignored for [`Emphasis::Context`] and [`Emphasis::Chance`], which are grey.
    pub ink: Ink,
    /// Main or context.
    pub emphasis: Emphasis,
    /// One a period, from the first on.
    pub points: Vec<Point>,
}

/// Whether a line is what the chart is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Emphasis {
    /// In its ink.
    Main,
    /// Thin and grey.
    Context,
    /// What chance alone would give: a grey band with a thin line in it, behind all other lines.
    Chance,
}

/// Small multiples on a grid, all with the same axes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Multiples {
    /// Shared by all facets.
    pub axis: TimeAxis,
    /// Columns or lines, the same in every facet.
    pub mark: Mark,
    /// In reading order.
    pub facets: Vec<Facet>,
}

/// How a facet's main values are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Mark {
    /// Columns, for counts.
    Columns,
    /// A line, for rates, means and long series.
    Line,
}

/// One of the small charts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Facet {
    /// Name of the group or region; wraps to two lines, then shortens.
    pub title: String,
    /// Meaning of the main values.
    pub ink: Ink,
    /// Main values, one a period.
    pub points: Vec<Point>,
    /// A grey line to hold them against, one value a period; empty for none.
    pub context: Vec<Point>,
}

/// Rows against periods or categories.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Heatmap {
    /// What the tiles' numbers are, e.g. "incidents per month"; stands at the colour bar.
    pub unit: String,
    /// The hue: blue for counts, red for the killed.
    pub ink: Ink,
    /// What the columns are.
    pub columns: HeatColumns,
    /// From top to bottom.
    pub rows: Vec<HeatRow>,
    /// What [`TileMark::Framed`] means, at the key, e.g. "holds after correction for 45 pairs"; empty where no tile is framed.
    pub framed: String,
}

/// What a heat map's columns are.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum HeatColumns {
    /// Periods.
    Time(TimeAxis),
    /// Named categories, in order.
    Categories(Vec<String>),
}

/// One row of a heat map.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeatRow {
    /// Name of the row; wraps or shortens.
    pub label: String,
    /// One a column.
    pub tiles: Vec<Tile>,
}

/// One cell of a heat map. None is blank; with [`State::NotCovered`] hatched. Provisional columns are marked by a
/// dotted rule above the map, since lighter tiles would read as lower values.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Tile {
    /// The value. One below 0 has the ground of 0 and a minus, whatever its size: in a hue it would read as more, and a second
    /// hue would claim that less than expected is a find of its own.
    pub value: Option<f64>,
    /// How much is known.
    pub state: State,
    pub mark: TileMark,
}

impl Tile {
    /// A tile without a mark.
    pub const fn plain(value: Option<f64>, state: State) -> Self {
        Self { value, state, mark: TileMark::None }
    }
}

/// Whether a tile stands out among the others by more than its shade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum TileMark {
    None,
    /// In a dark frame.
    Framed,
}

/// Horizontal bars in the recipe's order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bars {
    /// From top to bottom.
    pub rows: Vec<Bar>,
    /// What the grey tick stands for, e.g. "September 2026"; empty if no row has one.
    pub earlier_name: String,
    /// Heading of the texts at the right, e.g. "Change on a year ago"; may be empty.
    pub text_heading: String,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bar {
    /// Name at the left; wraps to two lines, then shortens.
    pub name: String,
    /// Meaning of the value.
    pub ink: Ink,
    /// Its length; a band is drawn as a thin rule. Without a value [`Bar::label`] stands alone.
    pub point: Point,
    /// The value in words at the bar's end, e.g. "77", "at least 12", "not reported".
    pub label: String,
    /// The same value of the earlier period, as a grey tick.
    pub earlier: Option<f64>,
    /// At the far right, e.g. "+38 %, 77 vs 56"; may be empty.
    pub text: String,
}

/// Layers on top of each other over time, labelled at the right.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stack {
    /// Shared by all layers.
    pub axis: TimeAxis,
    /// Amounts or shares.
    pub scale: StackScale,
    /// From bottom to top.
    pub layers: Vec<Layer>,
}

/// What a stack's height is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum StackScale {
    /// The sum of the layers.
    Amount,
    /// Every period fills 100 %; a period whose layers sum to 0 stays blank.
    Share,
}

/// One layer of a stack.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Layer {
    /// Label at the right.
    pub name: String,
    /// Meaning of the values.
    pub ink: Ink,
    /// One a period; bands are not drawn.
    pub points: Vec<Point>,
}
