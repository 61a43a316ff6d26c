//! ACLED's weekly aggregate: how many events of a kind there were in a region in a week, without actors.
//!
//! A row is dated by the Tuesday of its week (which runs from Saturday to Friday), so that most of its days lie in the month
//! in which it counts. Source: the files, whose 13 columns are all that is published about them.

use super::acled::{self, Event};
use super::{
    Aggregated, Cells, CoverageRule, Dates, Direction, Error, Facts, Fit, Head, Issue, Layout, Leading, Living, Need,
    Reader, Settings, Source, Verdict,
};
use crate::incident::{DatePrecision, Draft, Kind, PlacePrecision, Toll};
use crate::measure::{Amount, Reported, Reports, Tolls};
use crate::registry::Entry;
use strum::VariantArray;

pub struct AcledWeekly;

impl Entry for AcledWeekly {
    fn id(&self) -> &'static str {
        "acled-weekly"
    }

    fn about(&self) -> &'static str {
        "ACLED's weekly aggregate: counts by region and type of event, without groups"
    }

    fn example(&self) -> String {
        "incident-trends report Middle-East_aggregated_data_up_to-2025-12-06.csv --country Yemen".to_owned()
    }
}

/// The fields that are read; the order is that of the layout. The `ID` column is the region's, not the row's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray)]
enum Field {
    Week,
    Country,
    Region,
    EventType,
    SubEventType,
    Events,
    Fatalities,
    DisorderType,
    Latitude,
    Longitude,
}

impl Field {
    fn column(self) -> (&'static [&'static str], Need) {
        use Need::{Optional, Required};
        match self {
            Field::Week => (&["week"], Required),
            Field::Country => (&["country"], Required),
            Field::Region => (&["admin1"], Required),
            Field::EventType => (&["event_type"], Required),
            Field::SubEventType => (&["sub_event_type"], Required),
            Field::Events => (&["events"], Required),
            Field::Fatalities => (&["fatalities"], Required),
            Field::DisorderType => (&["disorder_type"], Optional),
            Field::Latitude => (&["centroid_latitude"], Optional),
            Field::Longitude => (&["centroid_longitude"], Optional),
        }
    }
}

impl Source for AcledWeekly {
    fn recognise(&self, head: &Head, _: &Settings) -> Fit {
        Fit::of(head, Field::VARIANTS.iter().map(|f| f.column()))
    }

    fn open(&self, head: &Head, _: &Settings) -> Result<Box<dyn Reader>, Error> {
        let layout = Layout::find(head, "acled-weekly", Field::VARIANTS.iter().map(|f| f.column()))?;
        let facts = facts(&layout);
        Ok(Box::new(Opened { layout, leading: Leading::header_of(head), facts }))
    }
}

const CAVEATS: [&str; 4] = [
    acled::FATALITIES,
    "Rows are counts by week, from Saturday to Friday: each counts in the month of its Tuesday, so monthly numbers are off by \
     up to half a week at either end.",
    "The weekly file names no actors: no groups, and attacks by armed groups cannot be told from operations by state forces, \
     except that battles are clashes (some of them between states).",
    "A row's deaths are those of all its events: how many events were lethal is not known.",
];

fn facts(layout: &Layout) -> Facts {
    let reports = Reports {
        killed: Reported::Yes,
        suicide: Reported::Yes,
        tactic: Reported::Yes,
        tolls: Tolls::PerRow,
        ..Reports::default()
    };
    Facts {
        reports,
        direction: Direction::Unknown,
        coverage: CoverageRule::WeekFriday,
        living: Living::Living,
        headline: layout.at(Field::DisorderType as usize).map(|_| acled::HEADLINE),
        country_starts: acled::COUNTRY_STARTS,
        aggregated: Aggregated::Weekly,
        caveats: CAVEATS.map(str::to_owned).to_vec(),
        ..Facts::new("acled-weekly", "ACLED weekly aggregate", acled::CITATION)
    }
}

struct Opened {
    layout: Layout,
    leading: Leading,
    facts: Facts,
}

impl Opened {
    fn at(&self, field: Field) -> Option<usize> {
        self.layout.at(field as usize)
    }

    /// How many events the row counts. A number that cannot be read stands for at least one.
    fn events(&self, cells: &mut Cells<'_, '_>) -> Amount {
        let column = self.at(Field::Events);
        match cells.number(column) {
            Some(events) if events >= Amount::ZERO => events,
            Some(_) => {
                cells.note(column, Issue::NegativeNumber);
                Amount::ONE
            }
            None => {
                if cells.known(column).is_empty() {
                    cells.note(column, Issue::NotANumber);
                }
                Amount::ONE
            }
        }
    }
}

/// The kind, as far as a type of event without actors tells it.
///
/// Suicide bombings are nearly always by armed groups, yet they are no `attacks` here: as the only ones they would read as all.
fn kind(event: Event) -> Kind {
    match event {
        Event::Battle => Kind::Clash,
        Event::Remote | Event::AgainstCivilians => Kind::Undetermined,
        Event::NotViolent => Kind::Other,
    }
}

impl Reader for Opened {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn leading(&self) -> Leading {
        self.leading
    }

    fn layout(&self) -> &Layout {
        &self.layout
    }

    fn dates(&self) -> Dates {
        Dates { date: self.at(Field::Week), year: None }
    }

    fn read<'a>(&'a self, cells: &mut Cells<'a, '_>) -> Result<Draft<'a>, Verdict> {
        /// From the Friday that ends a week back to its Tuesday.
        const TUESDAY: i32 = -3;
        let tuesday = cells.date(self.at(Field::Week))?.friday_on_or_after().plus(TUESDAY);
        let mut draft = Draft::on(tuesday, cells.line());
        draft.date_precision = DatePrecision::Week;
        draft.place_precision = PlacePrecision::Region;
        draft.weight = self.events(cells);
        draft.killed = Toll::exactly(cells.people(self.at(Field::Fatalities)));
        draft.country = cells.known(self.at(Field::Country));
        draft.region = cells.known(self.at(Field::Region));
        draft.latitude = cells.degrees(self.at(Field::Latitude), 90.0);
        draft.longitude = cells.degrees(self.at(Field::Longitude), 180.0);
        let (event_type, sub_type) =
            (cells.known(self.at(Field::EventType)), cells.known(self.at(Field::SubEventType)));
        let event = Event::parse(event_type).unwrap_or_else(|| {
            cells.note(self.at(Field::EventType), Issue::UnknownCode);
            Event::NotViolent
        });
        draft.kind = kind(event);
        draft.category = if sub_type.is_empty() { event_type } else { sub_type };
        draft.tactic = if draft.kind == Kind::Other { "" } else { sub_type };
        draft.suicide = Some(acled::is_suicide(sub_type));
        draft.headline = acled::headline(cells.known(self.at(Field::DisorderType)));
        Ok(draft)
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial;
    use super::*;
    use crate::incident::Headline;
    use crate::period::Day;

    const HEADER: &str = "WEEK,REGION,COUNTRY,ADMIN1,EVENT_TYPE,SUB_EVENT_TYPE,EVENTS,FATALITIES,POPULATION_EXPOSURE,\
                          DISORDER_TYPE,ID,CENTROID_LATITUDE,CENTROID_LONGITUDE";

    #[test]
    fn a_week_is_dated_by_its_tuesday_and_weighs_its_events() {
        let rows = "2024-04-27,Midlands,Ostrava Land,North,Battles,Armed clash,6,15,1200,Political violence,7,10.5,20.5\n\
                    2024-04-27,Midlands,Ostrava Land,North,Violence against civilians,Attack,2,0,,Political violence,7,,\n\
                    2024-04-27,Midlands,Ostrava Land,North,Explosions/Remote violence,Suicide bomb,1,4,,Political violence,7,,\n\
                    2024-05-04,Midlands,Ostrava Land,North,Protests,Peaceful protest,3,0,,Demonstrations,7,,\n\
                    2024-05-04,Midlands,Ostrava Land,North,Battles,Armed clash,0,0,,Political violence,7,,\n";
        let trial = trial::read(&AcledWeekly, "weekly.csv", format!("{HEADER}\n{rows}").as_bytes());
        let drafts = trial.drafts();
        let clash = &drafts[0];
        assert_eq!(Some(clash.start), Day::from_ymd(2024, 4, 30), "Saturday 27 April is the week of Tuesday 30 April");
        assert_eq!((clash.kind, clash.weight, clash.id), (Kind::Clash, Amount::whole(6), ""));
        assert_eq!(clash.killed, Toll::exactly(Some(Amount::whole(15))), "the row's total, not a toll for each event");
        assert_eq!((clash.date_precision, clash.place_precision), (DatePrecision::Week, PlacePrecision::Region));
        assert_eq!((drafts[1].kind, drafts[1].headline), (Kind::Undetermined, Headline::In));
        assert_eq!((drafts[2].kind, drafts[2].suicide), (Kind::Undetermined, Some(true)));
        assert_eq!((drafts[3].kind, drafts[3].headline), (Kind::Other, Headline::Out));
        assert_eq!(drafts[4].weight, Amount::ZERO);
        assert!(drafts.iter().all(|draft| draft.members.is_empty()));
        assert!(trial.notes.quality.is_empty());
        let end = trial.facts.coverage.end(drafts[4].start, None);
        assert_eq!(Some(end), Day::from_ymd(2024, 5, 10), "the week is covered to its Friday");
    }

    #[test]
    fn weeks_in_words_and_bad_counts_are_read() {
        let rows = "31-December-2016,Midlands,Ostrava Land,North,Battles,Armed clash,6,15,,Political violence,7,,\n\
                    07-January-2017,Midlands,Ostrava Land,North,Battles,Armed clash,some,2,,Political violence,7,,\n";
        let trial = trial::read(&AcledWeekly, "weekly.csv", format!("{HEADER}\n{rows}").as_bytes());
        let drafts = trial.drafts();
        assert_eq!(Some(drafts[0].start), Day::from_ymd(2017, 1, 3), "a week of December and January");
        assert_eq!(drafts[1].weight, Amount::ONE);
        assert_eq!(trial.issues(), [("events", Issue::NotANumber)]);
    }
}
