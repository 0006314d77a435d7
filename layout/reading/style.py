"""The style sheet of the web page: the theme's colours and kinds of type, for any width."""

from collections.abc import Mapping

from layout.reading.colours import by_day, by_night, coded
from layout.sight import Rgb
from layout.theme import Theme

_GOTHIC = (
    '"BIZ UDPGothic","BIZ UDGothic","Hiragino Sans","Yu Gothic UI","Noto Sans JP",'
    '"Noto Sans CJK JP",sans-serif'
)
_MINCHO = (
    '"Noto Serif JP","Noto Serif CJK JP","BIZ UDPMincho","Hiragino Mincho ProN","Yu Mincho",serif'
)


def style_sheet(theme: Theme) -> str:
    """The CSS of a page in the theme."""
    faces = f"--body:{_family(theme, 'body')};--display:{_family(theme, 'title')}"
    return (
        f":root{{color-scheme:light dark;{faces};{_variables(by_day(theme))}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_variables(by_night(theme))}}}}}"
        f"{_packed(_RULES)}@media print{{{_packed(_PRINT)}}}"
    )


def _family(theme: Theme, style: str) -> str:
    """Fonts that devices have, of the kind of a style's first face."""
    first = theme.styles[style].faces[0]
    return _MINCHO if "Serif" in first or "Mincho" in first else _GOTHIC


def _variables(colours: Mapping[str, Rgb]) -> str:
    return ";".join(f"--{name}:{coded(colour)}" for name, colour in colours.items())


def _packed(rules: str) -> str:
    return "".join(line.strip() for line in rules.splitlines())


_RULES = """
*{box-sizing:border-box}
html{font-size:106.25%;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font-family:var(--body);
 line-height:1.8;line-break:strict;overflow-wrap:anywhere;text-autospace:normal}
header,main,footer{padding:1.5rem max(1.25rem,calc(50vw - 22rem))}
header{background:var(--cover);padding-block:2.5rem 2rem}
main,footer{padding-block:1rem 2.5rem}
p{margin:0 0 .6em}
h1,h2,h3,h4,.call,.subtitle,.appeal p,.value,.contact .name{font-family:var(--display);
 color:var(--heading);line-height:1.4;text-wrap:balance;word-break:auto-phrase}
h1{font-size:clamp(2.4rem,9vw,4rem);font-weight:900;line-height:1.2;margin:.1em 0 .2em}
h2{font-size:clamp(1.22rem,4.6vw,1.45rem);margin:0 0 .7em}
h3{font-size:1.15rem;margin:0 0 .6em}
h4{font-size:1.05rem;margin:0 0 .5em}
.call{font-size:clamp(1.6rem,6vw,2.4rem);font-weight:700;margin:0}
.call:nth-of-type(even){margin-inline-start:2.2em;color:var(--accent)}
.title{margin-block-end:1.5rem}
.subtitle{font-weight:700;letter-spacing:.06em}
.lead-on{margin:1.4rem 0 0;text-align:end}
.lead-on a{display:inline-block;background:var(--solid);color:var(--on-solid);font-weight:700;
 border-radius:2em;padding:.45em 1.6em;text-decoration:none}
.lead-on a::after{content:"\\2193"/"";margin-inline-start:.6em}
main>*,footer>*{margin-block-start:2.4rem}
main>.countries,main>.incidents,main>.table{margin-block-start:1.4rem}
a{color:inherit;text-underline-offset:.2em}
a:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
ul,ol{margin:0;padding:0}
ul{list-style-type:""}
.sign{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.question h2{display:flex;gap:.7rem;align-items:center}
.question .label{flex:none;min-width:2.9em;min-height:2.9em;padding:.2em .4em;display:grid;
 place-items:center;border-radius:1.5em;background:var(--contact);color:var(--on-contact);
 line-height:1.1;white-space:nowrap;word-break:normal}
.mark{font-family:var(--display);font-weight:700;font-size:1.3em;color:var(--accent);
 line-height:1;margin-inline-end:.15em}
.lead{font-weight:inherit;background:linear-gradient(transparent 62%,var(--marker) 62%)}
.group{background:var(--card);border-radius:.8rem;padding:1rem 1.2rem;
 border-inline-start:.35rem solid var(--accent);margin-block-end:.8rem}
.group li{margin-block-end:.5em}
.group .name{display:inline-block;background:var(--pill);border-radius:.4em;padding:0 .7em;
 font-weight:700;margin:0 0 .2em}
.group li:not(:has(p+p)){display:inline-block;margin-inline-end:.6em}
.incidents ul{border-inline-start:.2rem solid var(--accent);padding-inline-start:1.1rem;
 margin-inline-start:.4rem}
.incidents li{position:relative;margin-block-end:1rem}
.incidents li::before{content:"";position:absolute;inset-inline-start:-1.62rem;top:.5em;
 width:.55rem;height:.55rem;border-radius:50%;background:var(--ground);
 border:.2rem solid var(--accent)}
.head{margin:0;display:flex;flex-wrap:wrap;align-items:baseline;column-gap:.6em}
.date{font-weight:700;color:var(--heading)}
.organisation{font-weight:700}
.pill{display:inline-block;background:var(--pill);color:var(--heading);border-radius:1em;
 padding:0 .8em;font-size:.88em}
.count{font-weight:700;font-size:1.15em;color:var(--accent);
 white-space:nowrap}
.statement{background:var(--calm);border-radius:.8rem;padding:1.4rem 1.5rem}
.section h2,.list h2{border-inline-start:.3rem solid var(--accent);padding-inline-start:.6em}
.list li{margin:0 0 .4em 1.5em}
.list ul{list-style:disc}
.list li::marker,ol li::marker{color:var(--accent);font-weight:700}
.list li p{margin:0}
figure{margin:0;background:var(--card);border-radius:.8rem;overflow:hidden}
figure img{display:block;width:100%;height:auto}
figure .alt{margin:0;padding:1rem 1.3rem;color:var(--quiet)}
figcaption{padding:.6rem 1.3rem}
figcaption p{margin:0}
.illustration figcaption{background:var(--solid);color:var(--on-solid);font-weight:700;
 font-size:1.2rem;font-family:var(--display)}
.credit,.note,.imprint p,.union-label p{font-size:.88rem;color:var(--quiet)}
.appeal p{font-size:clamp(1.4rem,5vw,1.9rem);font-weight:700;margin:0}
.demands li{position:relative;padding-inline-start:2.1em;margin-block-end:.7em;font-weight:700}
.demands li p{margin:0}
.demands li::before{content:"";position:absolute;inset-inline-start:.1em;top:.2em;width:1.3em;
 height:1.3em;border-radius:50% 50% 50% 0;background:var(--solid)}
.demands li::after{content:"";position:absolute;inset-inline-start:.57em;top:.42em;width:.35em;
 height:.65em;border:solid var(--on-solid);border-width:0 .16em .16em 0;transform:rotate(42deg)}
.contact{background:var(--contact);border-radius:.8rem;padding:1.4rem 1.5rem}
.contact,.contact h2,.contact .name{color:var(--on-contact)}
.contact h2{font-family:var(--body);font-size:1rem}
.contact .name{font-size:1.35rem;font-weight:700}
address{font-style:normal}
address p{margin:0 0 .2em}
.contact .number{font-size:1.2rem;font-weight:700}
.contact .term{font-size:.8em;font-weight:400}
.contact a{display:inline-block;min-height:1.5rem}
.key-figure,.event,.blank-contact,.reply-slip{background:var(--card);border-radius:.8rem;
 padding:1.2rem 1.5rem}
.value{font-size:clamp(2.8rem,12vw,4rem);font-weight:900;color:var(--accent);margin:0;
 line-height:1.1}
.event{border:.12rem solid var(--accent)}
.reply-slip{border-block-start:.12rem dashed var(--heading);border-radius:0}
.fields li{border-block-end:.06rem solid var(--quiet);padding-block:.7em .1em}
.fields li p{margin:0}
.fields+p{margin:1em 0 0}
.stamp+.fields{display:flow-root}
.stamp{float:inline-end;border:.1rem dashed var(--quiet);padding:2em 1.4em;margin:0 0 .5em 1em}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;overflow-wrap:normal}
th,td{text-align:start;vertical-align:top;padding:.45em .8em .45em 0;
 border-block-end:.06rem dotted var(--quiet)}
th{color:var(--heading);border-block-end:.12rem solid var(--heading)}
th,td{min-width:5em}
em{font-style:normal;text-emphasis:filled dot}
rt{font-size:.5em}
ruby{ruby-align:center}
sup,sub{line-height:0;font-size:.72em}
h1 rt{font-size:.36em}
"""

_PRINT = """
html{font-size:10.5pt}
body{background:#fff;color:#000}
header,main,footer{padding-inline:0}
header,.group,.statement,figure,.key-figure,.event,.contact{background:none}
.group,.statement,.contact,figure,.event{border:.05rem solid #666}
.contact,.contact h2,.contact .name{color:#000}
.lead-on{display:none}
h1,h2,h3{break-after:avoid}
.group li,.incidents li,figure,address,.statement{break-inside:avoid}
"""
