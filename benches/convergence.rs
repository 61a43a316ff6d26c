//! Measures one pair of groups and prints how long it took: `run_convergence.py` calls it, beside numpy.
//!
//! Arguments: the data file, how often. Prints `{"seconds": [...], "clusters": n, "near": [...], "expected": [...], "p": [...],
//! "kilobytes": {"before": n, "peak": n}}`; numbers by distance and then by days. The peak is the process's, as Linux counts it, and
//! 0 elsewhere; "before" is what it was before the groups were made.

use incident_trends::convergence::{Activity, Event, Exactness, Plan, Point, Space, Span, Time, coactivity};
use serde::Deserialize;
use std::time::Instant;

/// Two groups and the questions asked of them.
#[derive(Deserialize)]
struct Spec {
    /// Day, latitude and longitude of every incident.
    a: Vec<(i32, f64, f64)>,
    b: Vec<(i32, f64, f64)>,
    first_day: i32,
    last_day: i32,
    kilometres: Vec<f64>,
    days: Vec<i32>,
    moves: usize,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let [data, times] = arguments.as_slice() else {
        eprintln!("measures nothing without DATA TIMES: run benches/run_convergence.py");
        return;
    };
    let text = std::fs::read_to_string(data).expect("the data file can be read");
    let spec: Spec = serde_json::from_str(&text).expect("the data file holds two groups");
    let times: usize = times.parse().expect("a number of times");
    let spaces: Vec<Space> = spec.kilometres.iter().map(|&km| Space::Within(km)).collect();
    let plan = Plan::new(spaces, spec.days.clone(), Plan::WINDOW, spec.moves).expect("the plan is sound");
    let reference = plan.cells().nth(1).expect("the plan has cells");
    let span = Span { from: spec.first_day, to: spec.last_day };
    let months: Vec<i32> = (0..).map(|month| span.from + month * 365 / 12).take_while(|&day| day <= span.to).collect();
    let before = peak_kilobytes();
    let mut seconds = Vec::with_capacity(times);
    let mut last = None;
    for _ in 0..times {
        // Sorting, clusters and the index of places are part of the time.
        let began = Instant::now();
        let (a, b) = (Activity::new(events(&spec.a)), Activity::new(events(&spec.b)));
        let got = coactivity(&a, &b, &plan, reference, Time { span, months: &months }, 1);
        seconds.push(began.elapsed().as_secs_f64());
        last = Some(got);
    }
    let got = last.expect("it is measured once at least");
    println!(
        "{}",
        serde_json::json!({
            "seconds": seconds,
            "clusters": got.clusters,
            "near": got.answers.iter().map(|answer| answer.near).collect::<Vec<_>>(),
            "expected": got.answers.iter().map(|answer| answer.expected).collect::<Vec<_>>(),
            "p": got.answers.iter().map(|answer| answer.p).collect::<Vec<_>>(),
            "kilobytes": { "before": before, "peak": peak_kilobytes() },
        })
    );
}

fn events(group: &[(i32, f64, f64)]) -> Vec<Event> {
    let event = |(row, &(day, latitude, longitude)): (usize, &(i32, f64, f64))| {
        let place = Some(Point::from_degrees(latitude, longitude).expect("a place on the earth"));
        Event { day, place, exactness: Exactness::Exact, district: None, row }
    };
    group.iter().enumerate().map(event).collect()
}

fn peak_kilobytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}
