//! Small hand-made inputs in the form of each source: invented incidents of invented countries.

/// A CSV of one form: columns, what a row holds unless a test says otherwise, and rows.
pub struct Sheet {
    columns: Vec<String>,
    defaults: Vec<(&'static str, &'static str)>,
    rows: Vec<Vec<String>>,
}

impl Sheet {
    /// `#` in a default stands for the number of the row.
    pub fn new(columns: &str, defaults: &[(&'static str, &'static str)]) -> Sheet {
        let columns = columns.split(',').map(|c| c.trim().to_owned()).collect();
        Sheet { columns, defaults: defaults.to_vec(), rows: Vec::new() }
    }

    /// Adds a row that differs from the usual one in these cells.
    pub fn row(&mut self, cells: &[(&str, &str)]) -> &mut Sheet {
        let number = (self.rows.len() + 1).to_string();
        let usual = |column: &str| self.defaults.iter().find(|(c, _)| *c == column).map_or("", |(_, value)| *value);
        for (column, _) in cells {
            assert!(self.columns.iter().any(|c| c == column), "the form has no column '{column}'");
        }
        let row = self
            .columns
            .iter()
            .map(|column| match cells.iter().find(|(c, _)| c == column) {
                Some((_, value)) => (*value).to_owned(),
                None => usual(column).replace('#', &number),
            })
            .collect();
        self.rows.push(row);
        self
    }

    /// Adds `count` rows like that.
    pub fn rows(&mut self, count: usize, cells: &[(&str, &str)]) -> &mut Sheet {
        (0..count).for_each(|_| {
            self.row(cells);
        });
        self
    }

    pub fn text(&self) -> String {
        format!("{}\n{}", line(&self.columns), self.body())
    }

    /// The rows without the header.
    pub fn body(&self) -> String {
        self.rows.iter().map(|row| line(row) + "\n").collect()
    }

    /// The header and the rows as lines, for tests that move them about.
    pub fn lines(&self) -> (String, Vec<String>) {
        (line(&self.columns), self.rows.iter().map(|row| line(row)).collect())
    }
}

fn line(cells: &[String]) -> String {
    let quoted = |cell: &String| {
        if cell.contains(['"', ',', ';', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    cells.iter().map(quoted).collect::<Vec<_>>().join(",")
}

pub const ARMY: &str = "Military Forces of Ostrava Land (2019-)";
pub const FOREIGN: &str = "Military Forces of Westmark (2020-)";
pub const CIVILIANS: &str = "Civilians (Ostrava Land)";
pub const UNKNOWN: &str = "Unidentified Armed Group (Ostrava Land)";
pub const FRONT: &str = "Free Lake Front";

const ACLED: &str = "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,\
    inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,\
    longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp";

const ACLED_ROW: &[(&str, &str)] = &[
    ("event_id_cnty", "OST#"),
    ("event_date", "2025-04-01"),
    ("year", "2025"),
    ("time_precision", "1"),
    ("disorder_type", "Political violence"),
    ("event_type", "Violence against civilians"),
    ("sub_event_type", "Attack"),
    ("actor1", FRONT),
    ("inter1", "Rebel group"),
    ("actor2", CIVILIANS),
    ("inter2", "Civilians"),
    ("iso", "900"),
    ("region", "Midlands"),
    ("country", "Ostrava Land"),
    ("admin1", "North"),
    ("admin2", "Lake"),
    ("location", "Milltown #"),
    ("latitude", "10.5"),
    ("longitude", "20.5"),
    ("geo_precision", "1"),
    ("source", "Daily Courier"),
    ("source_scale", "National"),
    ("notes", "A note, with a comma"),
    ("fatalities", "2"),
    ("timestamp", "1751328000"),
];

/// ACLED's current 31 columns; the usual row is an attack of the Front on civilians on 1 April 2025 with two dead, revised on
/// 1 July 2025.
pub fn acled() -> Sheet {
    Sheet::new(ACLED, ACLED_ROW)
}

/// The columns of 2020 to 2022, with `data_id`, `iso3` and one more, without `disorder_type`.
pub fn acled_2021() -> Sheet {
    let columns = "data_id,iso,event_id_cnty,event_id_no_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,\
                   assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,region,country,admin1,admin2,admin3,location,\
                   latitude,longitude,geo_precision,source,source_scale,notes,fatalities,timestamp,iso3,countycode";
    Sheet::new(columns, ACLED_ROW)
}

/// The oldest columns, in upper case, with two that have no name; the usual row is a battle.
pub fn acled_oldest() -> Sheet {
    let columns = "GWNO,EVENT_ID_CNTY,EVENT_ID_NO_CNTY,EVENT_DATE,YEAR,TIME_PRECISION,EVENT_TYPE,ACTOR1,ALLY_ACTOR_1,INTER1,ACTOR2,\
                   ALLY_ACTOR_2,INTER2,INTERACTION,COUNTRY,ADMIN1,ADMIN2,ADMIN3,LOCATION,LATITUDE,LONGITUDE,GEO_PRECISION,SOURCE,\
                   NOTES,FATALITIES,,";
    let usual = [
        ("GWNO", "900"),
        ("EVENT_ID_CNTY", "#OST"),
        ("EVENT_DATE", "29/12/2015"),
        ("YEAR", "2015"),
        ("TIME_PRECISION", "1"),
        ("EVENT_TYPE", "Violence against civilians"),
        ("ACTOR1", FRONT),
        ("INTER1", "2"),
        ("ACTOR2", CIVILIANS),
        ("INTER2", "7"),
        ("COUNTRY", "Ostrava Land"),
        ("ADMIN1", "North"),
        ("ADMIN2", "Lake"),
        ("LOCATION", "Milltown"),
        ("LATITUDE", "10.5"),
        ("LONGITUDE", "20.5"),
        ("GEO_PRECISION", "1"),
        ("SOURCE", "Daily Courier"),
        ("FATALITIES", "2"),
    ];
    Sheet::new(columns, &usual)
}

/// ACLED's weekly aggregate; the usual row is three attacks on civilians with five dead in the week of 1 March 2025.
pub fn acled_weekly() -> Sheet {
    let columns = "WEEK,REGION,COUNTRY,ADMIN1,EVENT_TYPE,SUB_EVENT_TYPE,EVENTS,FATALITIES,POPULATION_EXPOSURE,DISORDER_TYPE,ID,\
                   CENTROID_LATITUDE,CENTROID_LONGITUDE";
    let usual = [
        ("WEEK", "2025-03-01"),
        ("REGION", "Midlands"),
        ("COUNTRY", "Ostrava Land"),
        ("ADMIN1", "North"),
        ("EVENT_TYPE", "Violence against civilians"),
        ("SUB_EVENT_TYPE", "Attack"),
        ("EVENTS", "3"),
        ("FATALITIES", "5"),
        ("DISORDER_TYPE", "Political violence"),
        ("ID", "77"),
        ("CENTROID_LATITUDE", "10.5"),
        ("CENTROID_LONGITUDE", "20.5"),
    ];
    Sheet::new(columns, &usual)
}

const UCDP: &str = "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,\
    dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,\
    source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,\
    longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,\
    deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob";

const UCDP_ROW: &[(&str, &str)] = &[
    ("id", "50#"),
    ("relid", "OST-2022-1-#"),
    ("year", "2022"),
    ("active_year", "1"),
    ("code_status", "Clear"),
    ("type_of_violence", "1"),
    ("side_a", "Government of Ostrava Land"),
    ("side_b", FRONT),
    ("number_of_sources", "-1"),
    ("source_article", "\"Five killed\", a paper"),
    ("where_prec", "1"),
    ("where_coordinates", "Milltown #"),
    ("adm_1", "North province"),
    ("adm_2", "Lake district"),
    ("latitude", "10.5"),
    ("longitude", "20.5"),
    ("country", "Ostrava Land"),
    ("country_id", "900"),
    ("region", "Midlands"),
    ("event_clarity", "1"),
    ("date_prec", "1"),
    ("date_start", "2022-03-05 00:00:00.000"),
    ("date_end", "2022-03-05 00:00:00.000"),
    ("deaths_a", "2"),
    ("deaths_b", "3"),
    ("deaths_civilians", "1"),
    ("deaths_unknown", "0"),
    ("best", "6"),
    ("high", "8"),
    ("low", "5"),
    ("gwnoa", "900"),
];

/// UCDP GED's 49 columns; the usual row is a battle of the government and the Front on 5 March 2022 with 5 to 8 dead, best 6.
pub fn ucdp() -> Sheet {
    Sheet::new(UCDP, UCDP_ROW)
}

/// The 42 columns of v19, in their order.
pub fn ucdp_19() -> Sheet {
    let columns = "id,year,active_year,type_of_violence,conflict_new_id,conflict_name,dyad_new_id,dyad_name,side_a_new_id,gwnoa,side_a,\
                   side_b_new_id,gwnob,side_b,number_of_sources,source_article,source_office,source_date,source_headline,\
                   source_original,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,\
                   country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,\
                   low,best,high";
    Sheet::new(columns, UCDP_ROW)
}

/// The columns of the GTD that matter here, in their order.
pub fn gtd() -> Sheet {
    let columns = "eventid,iyear,imonth,iday,approxdate,extended,resolution,country,country_txt,region,region_txt,provstate,city,\
                   latitude,longitude,specificity,vicinity,crit1,doubtterr,multiple,success,suicide,attacktype1,attacktype1_txt,\
                   targtype1,targtype1_txt,gname,gsubname,gname2,gname3,guncertain1,guncertain2,guncertain3,individual,nperps,\
                   claimed,claim2,claim3,compclaim,nkill,nkillus,nkillter,nwound,nwoundus,nwoundte,ishostkid,nhostkid,dbsource,\
                   INT_LOG,related";
    let usual = [
        ("eventid", "20150310000#"),
        ("iyear", "2015"),
        ("imonth", "3"),
        ("iday", "10"),
        ("extended", "0"),
        ("country", "900"),
        ("country_txt", "Ostrava Land"),
        ("region_txt", "Midlands"),
        ("provstate", "North"),
        ("city", "Milltown #"),
        ("latitude", "10.5"),
        ("longitude", "20.5"),
        ("specificity", "1"),
        ("vicinity", "0"),
        ("crit1", "1"),
        ("doubtterr", "0"),
        ("multiple", "0"),
        ("success", "1"),
        ("suicide", "0"),
        ("attacktype1", "3"),
        ("attacktype1_txt", "Bombing/Explosion"),
        ("targtype1", "3"),
        ("targtype1_txt", "Police"),
        ("gname", "Free Lake Front (FLF)"),
        ("guncertain1", "0"),
        ("individual", "0"),
        ("nperps", "-99"),
        ("claimed", "-9"),
        ("nkill", "2"),
        ("nkillter", "0"),
        ("nwound", "4"),
        ("nwoundte", "0"),
        ("ishostkid", "0"),
        ("nhostkid", "-99"),
        ("INT_LOG", "-9"),
    ];
    Sheet::new(columns, &usual)
}

/// An organisation's own sheet; the usual row is an attack of the Front in North on 10 March 2024 with two killed and three
/// injured.
pub fn own() -> Sheet {
    let columns =
        "id,date,end,precision,country,region,district,kind,groups,tactic,target,killed,injured,outlet,updated";
    let usual = [
        ("id", "A#"),
        ("date", "2024-03-10"),
        ("precision", "day"),
        ("country", "Ostrava Land"),
        ("region", "North"),
        ("district", "Lake"),
        ("kind", "attack"),
        ("groups", FRONT),
        ("tactic", "Ambush"),
        ("target", "Police"),
        ("killed", "2"),
        ("injured", "3"),
        ("outlet", "Daily Courier"),
    ];
    Sheet::new(columns, &usual)
}

/// How [`own`] is read.
pub const MAPPING: &str = r#"
name = "own"
title = "Own sheet"
citation = "Own sheet: invented"

[columns]
id = "id"
date = "date"
date_end = "end"
date_precision = "precision"
country = "country"
region = "region"
district = "district"
kind = "kind"
groups = "groups"
tactic = "tactic"
target = "target"
killed = "killed"
injured = "injured"
sources = "outlet"
revised = "updated"

[dates]
format = "%Y-%m-%d"

[lists]
separator = ";"

[reports]
unattributed = true
"#;
