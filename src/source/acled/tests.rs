//! ACLED's generations and traps, on invented rows of invented countries.

use super::super::trial::{self, Trial};
use super::*;
use crate::incident::Forces;
use crate::measure::{Amount, Reported};
use crate::source::CoverageRule;

const CURRENT: &str = "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,\
    assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,\
    location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp";

/// Rows of the current form, given by (event type, sub-event type, actor 1, inter 1, actor 2, inter 2, associates 1).
fn current(rows: &[[&str; 7]]) -> Trial {
    let mut text = format!("\u{feff}{CURRENT}\n");
    for (n, [event, sub, actor1, inter1, actor2, inter2, associates]) in rows.iter().enumerate() {
        let disorder = match *event {
            "Protests" if sub.starts_with("Excessive") => "Political violence; Demonstrations",
            "Protests" => "Demostrations",
            "Strategic developments" => "Strategic developments",
            _ => "Political violence",
        };
        text += &format!(
            "OST{n},2025-04-0{},2025,1,{disorder},{event},{sub},{actor1},{associates},{inter1},{actor2},,{inter2},,,900,Midlands,\
             Ostrava Land,North,Lake,,Milltown,10.5,20.5,1,Daily Courier; Radio North; ,National,\"A note, with a comma\",3,,{}\n",
            n % 9 + 1,
            1_744_000_000 + n
        );
    }
    trial::read(&Acled, "acled.csv", text.as_bytes())
}

fn parts<'a>(draft: &Draft<'a>) -> Vec<(&'a str, Role, Class)> {
    draft.members.iter().map(|m| (m.name, m.role, m.class)).collect()
}

const ARMY: &str = "Military Forces of Ostrava Land (2019-)";
const FOREIGN: &str = "Military Forces of Westmark (2020-)";
const CIVILIANS: &str = "Civilians (Ostrava Land)";
const UNKNOWN: &str = "Unidentified Armed Group (Ostrava Land)";
const GROUP: &str = "FLF: Free Lake Front";

#[test]
fn the_current_form_is_read_whole() {
    let trial = current(&[["Battles", "Armed clash", GROUP, "Rebel group", ARMY, "State forces", ""]]);
    let drafts = trial.drafts();
    let draft = drafts[0];
    assert_eq!((draft.id, draft.line, draft.start), ("OST0", 2, Day::from_ymd(2025, 4, 1).expect("a day")));
    assert_eq!((draft.kind, draft.forces), (Kind::Clash, Forces::Domestic));
    assert_eq!(parts(draft), [(GROUP, Role::Party, Class::Organisation)]);
    assert_eq!((draft.country, draft.region, draft.district), ("Ostrava Land", "North", "Lake"));
    assert_eq!(draft.killed, Toll::exactly(Some(Amount::whole(3))));
    assert_eq!((draft.injured, draft.arrested), (Toll::default(), None), "never reported, never 0");
    assert_eq!(draft.outlets, ["Daily Courier", "Radio North"], "no empty outlet behind the last semicolon");
    assert_eq!(draft.revised, Some(1_744_000_000));
    assert_eq!((draft.category, draft.tactic, draft.suicide), ("Armed clash", "Armed clash", Some(false)));
    assert_eq!(draft.headline, Headline::In);
    assert_eq!((trial.facts.coverage, trial.facts.reports.tactic), (CoverageRule::AcledFriday, Reported::Yes));
    assert!(!trial.facts.reports.injured.yes() && !trial.facts.reports.range.yes());
    assert!(trial.notes.quality.is_empty());
}

#[test]
fn who_acts_against_whom_makes_the_kind() {
    let (remote, strike) = ("Explosions/Remote violence", "Air/drone strike");
    let (against, attack) = ("Violence against civilians", "Attack");
    let cases = [
        ([against, attack, GROUP, "Rebel group", CIVILIANS, "Civilians", ""], Kind::Attack, Forces::None),
        ([against, attack, UNKNOWN, "Political militia", CIVILIANS, "Civilians", ""], Kind::Attack, Forces::None),
        ([against, attack, ARMY, "State forces", CIVILIANS, "Civilians", ""], Kind::StateViolence, Forces::Domestic),
        ([against, attack, ARMY, "State forces", "", "", ""], Kind::StateViolence, Forces::Domestic),
        (
            [against, attack, FOREIGN, "External/Other forces", CIVILIANS, "Civilians", ""],
            Kind::StateViolence,
            Forces::Foreign,
        ),
        (
            [remote, strike, FOREIGN, "External/Other forces", GROUP, "Rebel group", ""],
            Kind::Operation,
            Forces::Foreign,
        ),
        ([remote, strike, FOREIGN, "State forces", GROUP, "Rebel group", ""], Kind::Operation, Forces::Foreign),
        ([remote, strike, ARMY, "State forces", "", "", ""], Kind::Operation, Forces::Domestic),
        ([remote, strike, FOREIGN, "8", ARMY, "1", ""], Kind::Interstate, Forces::Domestic),
        (
            [remote, "Remote explosive/landmine/IED", "", "", CIVILIANS, "Civilians", ""],
            Kind::Undetermined,
            Forces::None,
        ),
        (
            [remote, "Grenade", "Rioters (Ostrava Land)", "Rioters", CIVILIANS, "Civilians", ""],
            Kind::Other,
            Forces::None,
        ),
        ([remote, "Suicide bomb", GROUP, "2", ARMY, "1", ""], Kind::Attack, Forces::None),
        (
            ["Battles", "Armed clash", ARMY, "State forces", FOREIGN, "External/Other forces", ""],
            Kind::Interstate,
            Forces::Domestic,
        ),
        (
            [
                "Battles",
                "Armed clash",
                ARMY,
                "State forces",
                "Mutiny of Military Forces of Ostrava Land (2019-)",
                "State forces",
                "",
            ],
            Kind::Clash,
            Forces::Domestic,
        ),
        (
            ["Battles", "Armed clash", GROUP, "2", "Private Security Forces (Ostrava Land)", "8", ""],
            Kind::Clash,
            Forces::Foreign,
        ),
        (
            ["Riots", "Mob violence", "Rioters (Ostrava Land)", "Rioters", CIVILIANS, "Civilians", ""],
            Kind::Other,
            Forces::None,
        ),
        (
            ["Protests", "Excessive force against protesters", "Protesters (Ostrava Land)", "6", ARMY, "1", ""],
            Kind::Other,
            Forces::Domestic,
        ),
        (["Strategic developments", "Agreement", GROUP, "2", ARMY, "1", ""], Kind::Other, Forces::Domestic),
    ];
    let trial = current(&cases.map(|case| case.0));
    for (draft, (row, kind, forces)) in trial.drafts().into_iter().zip(cases) {
        assert_eq!((draft.kind, draft.forces), (kind, forces), "{row:?}");
    }
    assert!(trial.notes.quality.is_empty());
}

#[test]
fn roles_follow_the_perpetrator_and_not_the_order() {
    let trial = current(&[
        ["Violence against civilians", "Attack", CIVILIANS, "7", GROUP, "2", ""],
        ["Explosions/Remote violence", "Air/drone strike", ARMY, "1", GROUP, "2", ""],
        ["Explosions/Remote violence", "Grenade", GROUP, "2", "Lake Ethnic Militia (Ostrava Land)", "4", ""],
        ["Violence against civilians", "Attack", ARMY, "1", CIVILIANS, "7", ""],
    ]);
    let drafts = trial.drafts();
    assert_eq!(parts(drafts[0]), [(GROUP, Role::Initiator, Class::Organisation)], "the victim stands first");
    assert_eq!(drafts[0].kind, Kind::Attack);
    assert_eq!(parts(drafts[1]), [(GROUP, Role::Target, Class::Organisation)]);
    let militia = ("Lake Ethnic Militia (Ostrava Land)", Role::Target, Class::Communal);
    assert_eq!(parts(drafts[2]), [(GROUP, Role::Initiator, Class::Organisation), militia]);
    assert_eq!(parts(drafts[3]), [], "civilians and state forces are no groups");
}

#[test]
fn only_armed_unidentified_actors_are_generic_groups() {
    let trial = current(&[
        ["Violence against civilians", "Attack", UNKNOWN, "3", CIVILIANS, "7", ""],
        [
            "Violence against civilians",
            "Attack",
            "Unidentified Communal Militia (Ostrava Land)",
            "4",
            CIVILIANS,
            "7",
            "",
        ],
        ["Violence against civilians", "Attack", "Unidentified Military Forces", "1", CIVILIANS, "7", ""],
        ["Battles", "Armed clash", "Unidentified Military Forces (Ostrava Land)", "8", GROUP, "2", ""],
        ["Battles", "Armed clash", "Unidentified Military Forces", "", GROUP, "", ""],
    ]);
    let drafts = trial.drafts();
    assert_eq!(parts(drafts[0]), [(UNKNOWN, Role::Initiator, Class::Generic)]);
    assert_eq!(drafts[1].members[0].class, Class::Generic);
    assert_eq!((drafts[2].kind, drafts[2].members.len()), (Kind::StateViolence, 0));
    assert_eq!(
        (drafts[3].forces, parts(drafts[3])),
        (Forces::Foreign, vec![(GROUP, Role::Party, Class::Organisation)])
    );
    assert_eq!(drafts[4].members.len(), 1, "by name, where there is no code");
}

#[test]
fn associates_are_candidates_until_the_run_knows_them() {
    let lists = "Hill Brigade; Lake Clan Militia (Ostrava Land); Police Forces of Ostrava Land (2019-); FLF: Free Lake Front; \
                 Hill Brigade; Protesters (Ostrava Land); ";
    let trial = current(&[
        ["Battles", "Armed clash", GROUP, "Rebel group", ARMY, "State forces", lists],
        ["Protests", "Peaceful protest", "Protesters (Ostrava Land)", "Protesters", "", "", "Hill Brigade"],
    ]);
    let drafts = trial.drafts();
    let allies: Vec<_> = drafts[0].members.iter().filter(|m| m.role == Role::Ally).collect();
    assert_eq!(
        allies.iter().map(|m| (m.name, m.class)).collect::<Vec<_>>(),
        [("Hill Brigade", Class::Organisation), ("Lake Clan Militia (Ostrava Land)", Class::Communal),]
    );
    assert!(allies.iter().all(|m| m.standing == Standing::Candidate));
    assert_eq!((drafts[1].kind, drafts[1].members[0].standing), (Kind::Other, Standing::Candidate));
}

#[test]
fn headlines_are_those_of_the_publisher() {
    let trial = current(&[
        ["Protests", "Excessive force against protesters", "Protesters (Ostrava Land)", "6", ARMY, "1", ""],
        ["Riots", "Mob violence", "Rioters (Ostrava Land)", "5", "", "0", ""],
        ["Protests", "Peaceful protest", "Protesters (Ostrava Land)", "6", "", "0", ""],
    ]);
    let named: Vec<_> = trial.drafts().iter().map(|d| (d.kind, d.headline, d.category, d.tactic)).collect();
    assert_eq!(
        named,
        [
            (Kind::Other, Headline::In, "Excessive force against protesters", ""),
            (Kind::Other, Headline::In, "Mob violence", ""),
            (Kind::Other, Headline::Out, "Peaceful protest", ""),
        ]
    );
}

#[test]
fn where_the_code_is_none_the_name_decides() {
    let trial = current(&[["Battles", "Armed clash", GROUP, "Bystanders", ARMY, "", ""]]);
    assert_eq!(trial.issues(), [("inter1", Issue::UnknownCode)], "an empty code is no issue");
    assert_eq!(trial.drafts()[0].members.len(), 1);
    // Programs write NA where a column of text is empty.
    let trial = current(&[["Explosions/Remote violence", "Air/drone strike", ARMY, "1", "NA", "NA", "NA"]]);
    assert_eq!((trial.drafts()[0].kind, trial.drafts()[0].members.len()), (Kind::Operation, 0));
    assert!(trial.notes.quality.is_empty());
}

#[test]
fn the_form_of_2020_to_2022_is_read() {
    let text = "data_id,iso,event_id_cnty,event_id_no_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,\
                assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,region,country,admin1,admin2,admin3,location,\
                latitude,longitude,geo_precision,source,source_scale,notes,fatalities,timestamp,iso3,countycode\n\
                801,900,OST7,7,31 October 2021,2021,2,Explosions/Remote violence,Suicide bomb,FLF: Free Lake Front,,2,,,0,20,\
                Midlands,Ostrava Land,North,Lake,,Milltown,10.5,20.5,3,Daily Courier,National,text,1,2021-11-02 10:00:00,OST,1\n";
    let trial = trial::read(&Acled, "acled.csv", text.as_bytes());
    let drafts = trial.drafts();
    let draft = drafts[0];
    assert_eq!((draft.id, draft.start), ("OST7", Day::from_ymd(2021, 10, 31).expect("a day")));
    assert_eq!((draft.date_precision, draft.place_precision), (DatePrecision::Week, PlacePrecision::Region));
    assert_eq!((draft.kind, draft.suicide, draft.headline), (Kind::Attack, Some(true), Headline::None));
    assert_eq!(draft.revised, Some(1_635_811_200));
    assert_eq!(trial.facts.headline, None, "without the disorder type there is nothing to reconcile");
}

#[test]
fn the_oldest_form_is_read() {
    let text = "GWNO,EVENT_ID_CNTY,EVENT_ID_NO_CNTY,EVENT_DATE,YEAR,TIME_PRECISION,EVENT_TYPE,ACTOR1,ALLY_ACTOR_1,INTER1,ACTOR2,\
                ALLY_ACTOR_2,INTER2,INTERACTION,COUNTRY,ADMIN1,ADMIN2,ADMIN3,LOCATION,LATITUDE,LONGITUDE,GEO_PRECISION,SOURCE,\
                NOTES,FATALITIES,,\n\
                900,1OST,1,29/12/2015,2015,1,Violence against civilians,Civilians (Ostrava Land),,7,Free Lake Front,Hill Brigade,\
                2,27,Ostrava Land,North,Lake,,Milltown,10.5,20.5,2,Daily Courier,text,4,,\n\
                900,2OST,2,03/04/2015,2015,3,Battle-No change of territory,Free Lake Front,,2,Military Forces of Ostrava Land \
                (1990-2016),,1,12,Ostrava Land,North,Lake,,Milltown,10.5,20.5,4,Daily Courier,text,0,,\n\
                900,3OST,3,04/04/2015,2015,1,Riots/Protests,Rioters (Ostrava Land),,5,,,0,50,Ostrava Land,North,Lake,,Milltown,\
                95,20.5,1,Daily Courier,text,-1,,\n\
                900,4OST,4,05/04/2015,2015,1,Headquarters or base established,Free Lake Front,,2,,,0,20,Ostrava Land,North,Lake,,\
                Milltown,,,1,Daily Courier,text,0,,\n\
                900,5OST,5,05/04/2015,2014,1,Parade,Free Lake Front,,2,,,0,20,Ostrava Land,North,Lake,,Milltown,,,1,,text,0,,\n";
    let trial = trial::read(&Acled, "acled.csv", text.as_bytes());
    let drafts = trial.drafts();
    assert_eq!(drafts[1].start, Day::from_ymd(2015, 4, 3).expect("a day"), "the file decides: day before month");
    let kinds: Vec<Kind> = drafts.iter().map(|d| d.kind).collect();
    assert_eq!(kinds, [Kind::Attack, Kind::Clash, Kind::Other, Kind::Other, Kind::Other]);
    assert_eq!(
        parts(drafts[0]),
        [("Free Lake Front", Role::Initiator, Class::Organisation), ("Hill Brigade", Role::Ally, Class::Organisation),]
    );
    assert_eq!((drafts[0].category, drafts[0].suicide), ("Violence against civilians", None));
    assert_eq!(drafts[0].place_precision, PlacePrecision::District);
    assert!(!trial.facts.reports.tactic.yes() && !trial.facts.reports.suicide.yes());
    assert_eq!(
        trial.issues(),
        [
            ("geo_precision", Issue::UnknownCode),
            ("latitude", Issue::CoordinateOutOfRange),
            ("fatalities", Issue::NegativeNumber),
            ("year", Issue::YearDisagrees),
            ("event_type", Issue::UnknownCode),
        ]
    );
}
