"""What is said about folds and sheets."""

from layout.messages.message import Message

MESSAGES = {
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
