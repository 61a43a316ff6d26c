//! Proposals for invented sheets, read from real files and used at once.

use super::super::Mapping;
use super::super::tests::{mapping, read_with, with_table};
use super::{Proposal, propose};
use crate::incident::Draft;
use crate::measure::Amount;

fn proposed(bytes: &[u8]) -> Proposal {
    with_table(bytes, |table| propose(table).expect("the table is there"))
}

fn shown(draft: &Draft<'_>) -> String {
    let number = |amount: Option<Amount>| amount.map_or("-".to_owned(), |a| a.value().to_string());
    let groups: Vec<&str> = draft.members.iter().map(|m| m.name).collect();
    format!(
        "{} {} {}/{} {} [{}] killed {} injured {}",
        draft.start,
        draft.country,
        draft.region,
        draft.place,
        draft.kind.id(),
        groups.join("+"),
        number(draft.killed.best),
        number(draft.injured.best),
    )
}

fn has(toml: &str, start: &str) {
    assert!(toml.lines().any(|line| line.starts_with(start)), "no line starts with {start} in\n{toml}");
}

#[test]
fn the_sample_is_understood_but_for_its_note() {
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let bytes = std::fs::read(data.join("incidents/incidents-2023.csv")).expect("the sample");
    let proposal = proposed(&bytes);
    let open: Vec<&str> = proposal.unguessed.iter().map(|line| line.split([':', '=']).next().unwrap_or(line)).collect();
    assert_eq!(open, ["country ", "? ", "unknown "], "{:?}", proposal.unguessed);

    let ours = read_with(mapping(&proposal.toml), &bytes, shown);
    let written = Mapping::read(&data.join("mapping.toml")).unwrap_or_else(|error| panic!("{error}"));
    let theirs = read_with(written, &bytes, |draft| shown(draft).replace("Tarvesia", ""));
    assert_eq!(ours.seen, theirs.seen);
}

#[test]
fn a_spanish_sheet_with_decimal_commas_is_understood() {
    let csv = "Nº;Fecha;País;Departamento;Municipio;Localidad;Latitud;Longitud;Tipo de incidente;Grupo armado;Atribución;\
               Reivindicación;Muertos civiles;Muertos policías;Muertos militares;Heridos;Fuente;Observaciones\n\
               1;25/03/2024;Orlandia;Alto Dhal;Vessen;Sur;13,4512;-37,2210;Ataque armado;Brigada del Junco;presunto;Sí;1;0;2;\
               1.204;Diario / Radio Dhal;x\n\
               2;03/04/2024;Orlandia;Alto Dhal;;;13,5;-37,5;Enfrentamiento;Brigada del Junco / Columna de Sal;confirmado;No;\
               0;;0;varios;Radio Dhal;\n\
               3;04/04/2024;Orlandia;Bajo Dhal;Ardleth;;;;Operativo militar;Desconocidos;;;0;0;0;;Diario;\n\
               TOTAL;;;;;;;;;;;;1;0;2;;;\n";
    let Proposal { toml, unguessed } = proposed(csv.as_bytes());
    for line in [
        "# id = \"Nº\"",
        "killed_security = [\"Muertos policías\", \"Muertos militares\"]",
        "injured = \"Heridos\"",
        "format = \"%d/%m/%Y\"",
        "decimal = \",\"",
        "thousands = \".\"",
        "# unknown = [\"varios\"]",
        "separator = \" / \"",
        "\"presunto\" = \"yes\"",
        "\"Operativo militar\" = \"operation\"",
        "equals = \"TOTAL\"",
    ] {
        has(&toml, line);
    }
    assert!(unguessed.iter().any(|line| line.starts_with("? = \"Observaciones\"")), "{unguessed:?}");
    let read = read_with(mapping(&toml), csv.as_bytes(), shown);
    assert_eq!(
        read.seen,
        [
            "2024-03-25 Orlandia Alto Dhal/Sur attack [Brigada del Junco] killed 3 injured 1204",
            "2024-04-03 Orlandia Alto Dhal/ clash [Brigada del Junco+Columna de Sal] killed - injured -",
            "2024-04-04 Orlandia Bajo Dhal/ operation [Desconocidos] killed 0 injured -",
        ]
    );
    assert_eq!(read.filtered, [5]);
}

#[test]
fn a_sheet_with_weekdays_and_bounds_is_understood() {
    let csv = "S#,Date,City,Province,Target Type,Killed Min,Killed Max,Injured Min,Injured Max,Hospital Names\n\
               1,Sunday-November 19-1995,Vessen,Capital,Foreigner,14,15,,60,General\n\
               2,Monday-November 6-2000,Brinemouth,Sondreth,Office,1,3,3,,\n\
               3,Wednesday-May 8-2002,Brinemouth,Sondreth,Foreigner,14,15,20,40,Coast\n";
    let toml = proposed(csv.as_bytes()).toml;
    has(&toml, "format = \"%A-%B %d-%Y\"");
    let read = read_with(mapping(&toml), csv.as_bytes(), shown);
    assert_eq!(
        read.seen,
        [
            "1995-11-19  Capital/Vessen attack [] killed 14 injured -",
            "2000-11-06  Sondreth/Brinemouth attack [] killed 1 injured 3",
            "2002-05-08  Sondreth/Brinemouth attack [] killed 14 injured 20",
        ]
    );
}

#[test]
fn victims_without_a_word_for_death_are_proposed_with_a_remark() {
    let csv = "Incident Date,State,Group 1,Group 2,Civilians,Security Forces,Terrorists/Insurgents,Total\n\
               2024-05-01,Orrin,Reed Brigade,Tin Bell,1,0,2,3\n2024-05-13,Orrin,Reed Brigade,,0,0,0,0\n";
    let Proposal { toml, unguessed } = proposed(csv.as_bytes());
    has(&toml, "groups = [\"Group 1\", \"Group 2\"]");
    has(&toml, "killed_militant = \"Terrorists/Insurgents\" # no word for killed in its name; check");
    assert_eq!(unguessed.iter().filter(|line| line.contains("no word for killed")).count(), 4);
    let read = read_with(mapping(&toml), csv.as_bytes(), shown);
    assert_eq!(read.seen[0], "2024-05-01  Orrin/ attack [Reed Brigade+Tin Bell] killed 3 injured -");
}

#[test]
fn dates_that_can_be_read_in_two_ways_are_left_to_the_user() {
    let Proposal { toml, unguessed } = proposed(b"date,killed\n03/04/2024,1\n05/06/2024,2\n");
    has(&toml, "# format = \"%d/%m/%Y\"                   # 3 April 2024");
    has(&toml, "# format = \"%m/%d/%Y\"                   # 4 March 2024");
    assert!(mapping(&toml).date_format.is_none());
    assert_eq!(unguessed.iter().filter(|line| line.starts_with("format")).count(), 2);
}

#[test]
fn hostile_headers_and_values_stay_inside_their_strings() {
    let csv = "\"when \"\"it\"\"\nhappened\",\"a\\b\n[columns]\",type,,=cmd\n\
               2024-05-01,x,\"Attack\n# \"\"big\"\"\",1,2\n2024-05-02,x,operation,1,2\n";
    let Proposal { toml, .. } = proposed(csv.as_bytes());
    has(&toml, "date = \"when \\\"it\\\"\\u000Ahappened\"");
    let read = read_with(mapping(&toml), csv.as_bytes(), |draft| draft.kind.id().to_owned());
    assert_eq!(read.seen, ["attack", "operation"]);
}

#[test]
fn without_dates_the_mapping_says_what_is_needed() {
    let Proposal { toml, unguessed } = proposed(b"name,killed\nx,1\n");
    has(&toml, "# date = \"\"");
    assert!(unguessed.iter().any(|line| line.contains("NEEDED")));
    let error = Mapping::parse("m.toml", &toml).expect_err("no date").to_string();
    assert!(error.contains("no column is given for 'date'"), "{error}");
    assert!(proposed(b"name,killed\n").toml.contains("[columns]"), "a header alone");
}

#[test]
fn stamps_are_told_from_other_long_numbers() {
    let sheet = |stamp: &str| proposed(format!("date,timestamp\n2024-05-01,{stamp}\n").as_bytes()).toml;
    has(&sheet("1714600000"), "revised_format = \"%s\"");
    has(&sheet("02/05/2024 09:30"), "revised_format = \"%d/%m/%Y %H:%M\"");
    has(&sheet("99999999999999"), "# ? = \"timestamp\"");
}
