//! The kernels one after the other, beside a floor: `cargo bench --bench kernels -- FILE`.
//!
//! The floor is to read the file's bytes and do nothing else. Each step includes the one before it, as a report needs it: what a step
//! adds is the difference. Medians of five rounds, all steps in turns.

mod inputs;

use incident_trends::analysis::{Beside, analyse, ledgers};
use incident_trends::chart::{self, Years};
use incident_trends::messages::ENGLISH;
use incident_trends::paint::{self, Images};
use rayon::prelude::*;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::time::Instant;

const ROUNDS: usize = 5;
const BLOCK: usize = 1 << 21;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let [file] = arguments.as_slice() else {
        eprintln!(
            "measures nothing without FILE: a table of incidents of a known source, large enough to take a second"
        );
        return;
    };
    let file = Path::new(file);
    let whole = || analyse(inputs::loaded(file), inputs::policy(None), &Beside::default()).expect("rows are left");
    let figures = || chart::figures(&ENGLISH, &whole(), Years::Usual, &[]).0;
    let steps: [(&str, &dyn Fn() -> usize); 7] = [
        ("only read the bytes", &|| bytes(file)),
        ("cut, check and hash records", &|| inputs::records(file) as usize),
        ("type rows and find duplicates", &|| inputs::loaded(file).incidents.rows().len()),
        ("count", &|| {
            let counted = ledgers(inputs::loaded(file), inputs::policy(None), &Beside::default());
            counted.expect("rows are left").periods.len()
        }),
        ("test, forecast and pair", &|| whole().shown_pairs().len()),
        ("make figures", &|| figures().len()),
        ("paint figures", &|| figures().par_iter().filter(|one| paint::pictures(one, Images::Both).is_ok()).count()),
    ];
    let mut seconds = vec![Vec::with_capacity(ROUNDS); steps.len()];
    for _ in 0..ROUNDS {
        for ((_, step), seconds) in steps.iter().zip(&mut seconds) {
            let began = Instant::now();
            std::hint::black_box(step());
            seconds.push(began.elapsed().as_secs_f64());
        }
    }
    let medians: Vec<f64> = seconds.into_iter().map(median).collect();
    println!("| up to | seconds | times the bytes alone |\n|---|--:|--:|");
    for ((name, _), seconds) in steps.iter().zip(&medians) {
        println!("| {name} | {seconds:.3} | {:.1} |", seconds / medians[0]);
    }
}

fn bytes(file: &Path) -> usize {
    let mut file = File::open(file).expect("the file can be opened");
    let mut block = vec![0; BLOCK];
    let mut all = 0;
    loop {
        match file.read(&mut block).expect("the file can be read") {
            0 => return all,
            read => all += read,
        }
    }
}

fn median(mut seconds: Vec<f64>) -> f64 {
    seconds.sort_by(f64::total_cmp);
    seconds[seconds.len() / 2]
}
