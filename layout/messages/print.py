"""What is said about folds and sheets."""

from layout.messages.message import Message

MESSAGES = {
    "opening-unknown": Message(
        ja="開き方「{opening}」はありません。",
        en="There is no opening called “{opening}”.",
        hint_ja="left（左開き・横書き用）か right（右開き・縦書き用）と書いてください。",
        hint_en="Write left (for horizontal text) or right (for vertical text).",
        about_ja=(
            "開き方は、データの opening: か、コマンドの --opening に、left か right と書きます。"
            "left は表紙の左側が折り目になり、right は右側が折り目になります。"
        ),
        about_en=(
            "The opening is named in the data (opening:) or on the command line (--opening).  "
            "left is bound at the left of its cover, right at the right."
        ),
    ),
    "fold-unknown": Message(
        ja="折り方「{fold}」はありません。",
        en="There is no fold called “{fold}”.",
        hint_ja="使える折り方：{known}",
        hint_en="The folds are: {known}",
        about_ja=(
            "折り方は、データの fold: か、コマンドの --fold に、決まった名前で書きます。"
            "「make_leaflet.py folds」で、名前と仕上がりの一覧が見られます。"
        ),
        about_en=(
            "A fold is named in the data (fold:) or on the command line (--fold).  "
            "“make_leaflet.py folds” lists the names and what each of them makes."
        ),
    ),
}
