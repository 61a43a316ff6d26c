//! Faulty mappings and tables that do not fit: each error says where and what would be right.

use super::*;

const DATE: &str = "name = \"valley-desk\"\n[columns]\ndate = \"d\"\n";

#[test]
fn a_misspelt_field_is_answered_with_the_nearest() {
    let text = error("name = \"valley-desk\"\n[columns]\ndate = \"d\"\nkiled = \"k\"\n");
    assert!(text.starts_with("mapping.toml, line 4: no field is called 'kiled' (did you mean 'killed'?)"), "{text}");
    let text = error("name = \"valley-desk\"\n[colums]\ndate = \"d\"\n");
    assert!(text.starts_with("mapping.toml, line 2: unknown field `colums`"), "{text}");
    assert!(text.ends_with("(did you mean 'columns'?)"), "{text}");
}

#[test]
fn every_fault_names_its_line() {
    for (text, expected) in [
        ("name = \"ucdp\"\n[columns]\ndate = \"d\"\n", "line 1: 'ucdp' is a source of the program itself"),
        ("name = \"Valley Desk\"\n[columns]\ndate = \"d\"\n", "line 1: 'Valley Desk' cannot be a name"),
        ("name = \"v\"\n[columns]\nid = \"n\"\n", "line 2: no column is given for 'date'"),
        ("name = \"v\"\nattribution = \"frist\"\n[columns]\ndate = \"d\"\n", "did you mean 'first'?"),
        (&format!("{DATE}killed = 3\n"), "line 4: write \"column\""),
        (&format!("{DATE}region = [\"a\", \"b\"]\n"), "line 4: 'region' takes one column, not a list"),
        (&format!("{DATE}killed = {{ value = \"0\" }}\n"), "line 4: 'killed' cannot be the same for every row"),
        (&format!("{DATE}killed = [\"k\", \"K\"]\n"), "the column 'K' is counted twice, in 'killed' and in 'killed'"),
        (
            &format!("{DATE}kind = {{ value = \"attak\" }}\n"),
            "line 4: no value of 'kind' is called 'attak' (did you mean 'attack'?)",
        ),
        (
            &format!("{DATE}[values.kind]\n\"x\" = \"attack\"\n"),
            "line 4: the values of 'kind' are translated, but [columns] does not",
        ),
        (
            &format!("{DATE}claim = \"c\"\n[values.claim]\n\"x\" = \"claimd\"\n"),
            "line 6: no value of 'claim' is called 'claimd'",
        ),
        (
            &format!("{DATE}claim = \"c\"\n[values.claim]\n\"x\" = \"claimed\"\n\"X\" = \"denied\"\n"),
            "stands for two things",
        ),
        (&format!("{DATE}[dates]\nformat = \"%d %B\"\n"), "line 5: '%d %B' is no date format"),
        (&format!("{DATE}[numbers]\nthousands = \".\"\n"), "line 5: '.' is the decimal mark too"),
        (&format!("{DATE}[numbers]\ndecimal = \"comma\"\n"), "line 5: 'comma' is not one mark"),
        (&format!("{DATE}[[skip]]\ncolumn = \"d\"\n"), "a skip rule has a column and one of"),
        (&format!("{DATE}[reports]\ninjured = true\n"), "line 5: [reports] says that 'injured' is recorded, but"),
        (&format!("{DATE}[reports]\ninjurd = true\n"), "(did you mean 'injured'?)"),
        (
            &format!("{DATE}[coverage]\nfrom = 2024-02-01\nto = 2024-01-01\n"),
            "line 6: coverage ends on 2024-01-01, before",
        ),
        (&format!("{DATE}[[breaks]]\nfrom = \"May\"\nnote = \"x\"\n"), "line 5: May is not a day"),
        ("name = \"v\n", "line 1: "),
    ] {
        let text = error(text);
        assert!(text.starts_with("mapping.toml, line ") && text.contains(expected), "{text}\nlacks: {expected}");
    }
}

#[test]
fn coverage_breaks_and_what_is_not_recorded_are_kept() {
    let text = format!(
        "{DATE}suicide = \"s\"\n[reports]\nsuicide = false\n[coverage]\nfrom = 2020-11-01\nto = \"2024-10-31\"\n\
         [[breaks]]\nfrom = 2022-01-01\nnote = \"a second reader\"\n"
    );
    let mapping = mapping(&text);
    assert!(!mapping.reports.suicide.yes());
    assert_eq!(mapping.covered_from.map(|d| d.to_string()).as_deref(), Some("2020-11-01"));
    assert_eq!(mapping.covered_to.map(|d| d.to_string()).as_deref(), Some("2024-10-31"));
    assert_eq!(mapping.breaks[0].note, "a second reader");
}

fn refused(mapping_text: &str, header: &[&str]) -> (Fit, String) {
    let records = vec![header.iter().map(|&h| h.to_owned()).collect::<Vec<String>>()];
    let head = Head::new("sheet.csv", &records);
    let settings = Settings { mapping: Some(Arc::new(mapping(mapping_text))), ..Settings::default() };
    let error = Custom.open(&head, &settings).err().map(|e| e.to_string()).unwrap_or_default();
    (Custom.recognise(&head, &settings), error)
}

#[test]
fn a_table_without_a_mapped_column_is_refused_by_name() {
    let text = format!("{DATE}killed = \"Kiled\"\n[[skip]]\ncolumn = \"note\"\nempty = true\n");
    let (fit, error) = refused(&text, &["D", "Killed"]);
    assert_eq!(fit, Fit::Partly { found: 1, of: 3 });
    assert_eq!(
        error,
        "sheet.csv: the mapping mapping.toml names the columns 'Kiled' (did you mean 'killed'?), 'note', which the file \
         does not have; its first line reads: D,Killed"
    );
    let (_, error) = refused(DATE, &["d", "D "]);
    assert_eq!(error, "sheet.csv: two columns are called 'd', so it is not known which is meant; rename one of them");
}

#[test]
fn without_a_mapping_nothing_is_an_own_sheet() {
    let head = Head::new("sheet.csv", &[]);
    assert_eq!(Custom.recognise(&head, &Settings::default()), Fit::No);
    let error = Custom.open(&head, &Settings::default()).err().map(|e| e.to_string());
    assert!(error.is_some_and(|e| e.ends_with("incident-trends init sheet.csv")));
}

#[test]
fn an_unreadable_mapping_says_which() {
    let error = Mapping::read(std::path::Path::new("no/such.toml")).expect_err("no file").to_string();
    assert!(error.starts_with("no/such.toml: the mapping cannot be read"), "{error}");
}
