#!/usr/bin/env bash
# A whole term as a new officer goes through it: plan, papers, a drill day with two classes late and one pupil missing,
# summary, two hazards, filed, sent back, sent again, verified, counted. All names are invented.
#   docs/example-drill/term.sh PROGRAM SCENARIO FOLDER [RUNS]
set -euo pipefail
[ $# -ge 3 ] || { sed -n '2,4s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" && exit 2; }
program=$1
scenario=$2
folder=$3
runs=${4:-20}
drill=2026-03-fire
mkdir -p "$folder"
school=$folder/school.archive
bureau=$folder/bureau.archive

# step CODES COMMAND…: what is done, and the exit codes that are right for it.
step() {
    local codes=$1 code=0
    shift
    echo "\$ stairwise ${*//"$folder"\//}"
    "$program" "$@" --lang zh >"$folder/said" 2>&1 || code=$?
    case " $codes " in
        *" $code "*) ;;
        *)
            cat "$folder/said"
            echo "exit code $code, not $codes"
            exit 1
            ;;
    esac
    head -n 12 "$folder/said"
    echo
}

# What the plan says under one of its lists: the values of a key.
listed() { sed -n "/^    \"$1\": \[/,/^    \]/p" "$folder/plan/plan.json" | sed -n "s/.*\"$2\": \"\{0,1\}\([^\",}]*\).*/\1/p"; }

# 1. The plan, and what only people know written into it.
step "0 1 3" plan "$scenario" --drill $drill --archive "$school" --out "$folder/plan" --runs "$runs"
sed -e 's/"commander": ""/"commander": "孙校长"/' -e 's/"author": ""/"author": "李主任"/' \
    -e 's/"reviewer": ""/"reviewer": "周副校长"/' -e 's/"number": ""/"number": "安〔2026〕3号"/' \
    -e 's/"time": ""/"time": "10:00"/' -e 's/"signal": ""/"signal": "电铃长鸣三声"/' \
    -e 's/"place": ""/"place": "教学楼"/' -e 's/"scope": ""/"scope": "school"/' \
    -e 's/"purpose": ""/"purpose": "熟悉路线，检验错峰安排"/' -e 's/"notice": ""/"notice": "提前三天告知师生和家长"/' \
    -e 's/\("what": "[^"]*\(楼梯口\|安全出口\)[^"]*", "text": "\)"/\1王老师"/' \
    -e 's/"kind": "fire"/"date": "2026-03-12", "kind": "fire"/' "$folder/plan/plan.json" >"$folder/said.json"
step "0 1 3" plan "$scenario" --drill $drill --archive "$school" --from "$folder/said.json" --out "$folder/plan" --runs "$runs"

# 2. Papers: maps for the doors, sheets and cards for the day; the term's calendar.
step "0 1" posters "$scenario" --out "$folder/posters.pdf"
step 0 sheets "$school" $drill --out "$folder/sheets"
step 0 register add "$school" parent_letter --date 2026-03-02 --place "全校" --who 李主任 --text "演练告家长书" --count 36 --of 36
step 0 register add "$school" inspection --date 2026-03-05 --place "教学楼" --who 李主任 --text "疏散通道排查"

# 3. The day, entered afterwards from the papers: two classes are late, one pupil is missing.
mapfile -t ids < <(listed participants id)
mapfile -t pupils < <(listed participants pupils)
{
    echo "fact,date,2026-03-12"
    echo "fact,weather,晴"
    echo "fact,signal,电铃"
    echo "fact,situation,上课"
    echo "fact,commander,孙校长"
    echo "start,10:00:00"
    for i in "${!ids[@]}"; do
        late=0
        [ "$i" -ge 2 ] || late=60
        missing=0
        [ "$i" -ne 2 ] || missing=1
        echo "class_left,${ids[i]},$((40 + late))"
        echo "class_out,${ids[i]},$((180 + 2 * i + late))"
        echo "assembled,${ids[i]},$((240 + 2 * i + late))"
        echo "class_counted,${ids[i]},${pupils[i]},$((pupils[i] - missing)),0,$missing,$([ "$missing" = 0 ] || echo 在医务室)"
    done
    for stair in $(sed -n '/"simulated"/,$p' "$folder/plan/plan.json" | sed -n '/^    "stairs": \[/,/\]/s/.*"id": "\([^"]*\)".*/\1/p'); do
        echo "stair_clear,$stair,400"
    done
    echo "note,楼梯口有停留,中间楼梯,120"
    echo "all_out,420"
    echo "end,1200"
} >"$folder/day.csv"
step 0 record "$school" $drill --csv "$folder/day.csv"
step "0 1" record "$school" $drill --pdf "$folder/record.pdf"

# 4. The summary; what was found becomes hazards, which go their way.
step "0 1" review "$school" $drill --out "$folder/review"
step 0 hazard add "$school" H1 --date 2026-03-12 --text "二层应急照明灯不亮" --place "中间楼梯" --owner 张师傅 --due 2026-03-26 --who 李主任
step 0 hazard add "$school" H2 --date 2026-03-12 --text "楼梯口堆放杂物" --place "一层门厅" --owner 赵老师 --due 2026-03-20 --who 李主任
for at in "signed 2026-03-12" "noticed 2026-03-13" "mended 2026-03-18" "reinspected 2026-03-19" "closed 2026-03-19"; do
    read -r state day <<<"$at"
    step 0 hazard step "$school" H1 "$state" --date "$day" --who 李主任 --text "$state"
done
step 0 hazard notice "$school" H2 --pdf "$folder/notice.pdf" --school 示例学校
step 0 hazard list "$school" --month 2026-03 --date 2026-03-19 --pdf "$folder/hazards.pdf"

# 5. Filed. The bureau sends it back; it is sent again, accepted, run again and assessed.
step 0 key new "$folder/school.key" --school S100 --name 示例学校
"$program" key show "$folder/school.key" >"$folder/schools.csv"
step 0 bureau enrol "$bureau" "$folder/schools.csv"
step "0 1" file "$school" $drill --key "$folder/school.key" --to "$folder" --date 2026-03-20
step "0 1" bureau receive "$bureau" "$folder/S100_${drill}_v1.drill" --today 2026-03-21 --receipts "$folder/receipts"
step 0 bureau send-back "$bureau" S100 $drill --reason "请附盖章的方案扫描件" --who 赵科长
printf '%%PDF-1.4 scan\n' >"$folder/stamped.pdf"
step 0 archive attach "$school" $drill "$folder/stamped.pdf"
step 0 file "$school" $drill --key "$folder/school.key" --to "$folder" --date 2026-03-23
step 0 bureau receive "$bureau" "$folder/S100_${drill}_v2.drill" --today 2026-03-24 --receipts "$folder/receipts"
step 0 bureau verify "$folder/S100_${drill}_v2.drill"
printf '考核项目,满分,得分,备注\n演练方案,40,38,\n演练实施,60,50,两个班级偏晚\n' >"$folder/marks.csv"
step 0 bureau assess "$bureau" S100 $drill --by visit --marks "$folder/marks.csv" --who 赵科长 --date 2026-03-12 --pdf "$folder/assessment.pdf"
step 0 bureau figures "$bureau" --year 2026 --out "$folder/figures"

# 6. The archive: searched, compared from drill to drill, bound.
step 0 archive search "$school" 楼梯口
step 0 archive trend "$school"
step 0 archive book "$school" --from 2026-01-01 --to 2026-07-31 --out "$folder/book.pdf"
step 0 archive check "$school"
rm -f "$folder/said"
echo "The papers of the term are in $folder"
