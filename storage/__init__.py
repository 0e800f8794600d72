"""What is kept, in one schema on two engines; from the first import on, changed offers are numbered."""

from storage import changes as changes
