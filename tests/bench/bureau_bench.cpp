// A bureau of 3,000 schools and ten years of monthly drills: every list and figure in under half a second.
#include "sim/record/bureau_lists.hpp"

#include <benchmark/benchmark.h>

#include <filesystem>

namespace stairwise {
namespace {

constexpr int kSchools = 3000;
constexpr int kMonths = 120;

Done fill(Archive& archive)
{
    std::vector<BureauSchool> schools;
    for (int s = 0; s < kSchools; ++s) {
        const std::string number = std::to_string(s);
        schools.push_back({"S" + number, "第" + number + "小学", "市", "县" + std::to_string(s % 11), "", ""});
    }
    if (const auto done = enrol(archive, schools); !done) return done.fault();
    return archive.database().transaction([&]() -> Done {
        for (int month = 0; month < kMonths; ++month)
            for (int s = 0; s < kSchools; ++s) {
                const Date date{2016 + month / 12, 1 + month % 12, 1 + s % 28};
                FilingRow row{"S" + std::to_string(s),
                              "d" + std::to_string(month),
                              1,
                              std::string(64, 'a'),
                              DrillKind::Fire,
                              date,
                              plusDays(date, 30),
                              plusDays(date, s % 33),
                              {},
                              s % 50 == 0 ? FilingState::SentBack : FilingState::Accepted,
                              {}};
                row.figures = {36, 1700, 1650, 2, s % 1000 == 0 ? 1 : 0, 3, 12, 11, 120, 300};
                if (auto done = addFiling(archive.database(), row, "2026-01-01T00:00:00Z"); !done) return done;
            }
        return done();
    });
}

/// Made once, kept in the folder for temporary files: it takes a minute.
Archive generated()
{
    const auto file = std::filesystem::temp_directory_path() / "stairwise-bureau-bench.archive";
    const bool there = std::filesystem::exists(file);
    Archive archive = Archive::open(file, Opening::CreateIfMissing).value();
    if (!there && !fill(archive)) std::abort();
    return archive;
}

void listOf(benchmark::State& state, const ListAsk& ask)
{
    Archive archive = generated();
    for (auto _ : state) benchmark::DoNotOptimize(schoolList(archive, ask).value().size());
}

void notFiledThisMonth(benchmark::State& state)
{
    listOf(state, {{2025, 12, 1}, {2025, 12, 31}, {2026, 1, 1}, Shown::NotFiled, ""});
}
void lateInTenYears(benchmark::State& state)
{
    listOf(state, {{2016, 1, 1}, {2025, 12, 31}, {2026, 1, 1}, Shown::Late, ""});
}
void figuresOfAYear(benchmark::State& state)
{
    Archive archive = generated();
    for (auto _ : state) benchmark::DoNotOptimize(figuresFor(archive, {2025, 1, 1}, {2025, 12, 31}).value().size());
}
void figuresOfTenYears(benchmark::State& state)
{
    Archive archive = generated();
    for (auto _ : state) benchmark::DoNotOptimize(figuresFor(archive, {2016, 1, 1}, {2025, 12, 31}).value().size());
}
void oneSchool(benchmark::State& state)
{
    Archive archive = generated();
    for (auto _ : state) benchmark::DoNotOptimize(filingsOf(archive, "S1234").value().size());
}

BENCHMARK(notFiledThisMonth)->Unit(benchmark::kMillisecond);
BENCHMARK(lateInTenYears)->Unit(benchmark::kMillisecond);
BENCHMARK(figuresOfAYear)->Unit(benchmark::kMillisecond);
BENCHMARK(figuresOfTenYears)->Unit(benchmark::kMillisecond);
BENCHMARK(oneSchool)->Unit(benchmark::kMillisecond);

}
}
